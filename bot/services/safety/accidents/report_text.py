"""The report to the government as a draft under the six headings of 493号令 art. 12. A human files it."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import head_knew
from bot.domain.safety.accidents.grading import said
from bot.domain.safety.accidents.statements import COUNTS, Filing, Topic
from bot.domain.wording import shown
from bot.services.safety.accidents.wording import value_said


def report_text(case: Case, now: datetime) -> str:
    """Plain text, to be read out on the telephone or pasted."""
    return "\n".join(_lines(case, now))


def _lines(case: Case, now: datetime) -> Iterator[str]:
    def told(topic: Topic) -> str:
        return value_said(topic, case.shown(topic), now)

    yield f"【草稿，尚未报送】生产安全事故快报（{case.number}）"
    yield f"一、单位概况：{told(Topic.UNIT)}"
    yield f"二、时间、地点和现场：{told(Topic.WHEN)}，{told(Topic.PLACE)}。现场：{told(Topic.SCENE)}"
    yield f"三、简要经过：{told(Topic.COURSE)}"
    hurt = "，".join(f"{topic} {told(topic)}" for topic in COUNTS)
    yield f"四、伤亡和直接损失（初步）：{hurt}；直接损失 {told(Topic.LOSS)}"
    yield f"五、已经采取的措施：{told(Topic.MEASURES)}"
    yield f"六、其他：{told(Topic.OTHER)}"
    yield f"拟定等级：{said(case.tally) if case.grade else '待核实'}。性质：{case.channel}。"
    head = head_knew(case)
    yield f"首次接报：{_minute(case.accident.reported_at)}。负责人接报：{_minute(head) if head else '待核实'}。"
    yield from (f"已报：{filed(each)}" for each in case.filings)
    yield f"（{_minute(now)} 由机器人按已登记的内容拟成，由人核对后报送。）"


def filed(filing: Filing) -> str:
    return f"{_minute(filing.at)} {shown(filing.authority, 40)}，接报人 {shown(filing.taker, 40)}"


def _minute(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"
