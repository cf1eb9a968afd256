"""The assessment as Markdown, for whoever signs it: art. 56 names what has to stand in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bot.domain.privacy.impact.classes import OF_CLASS
from bot.domain.privacy.impact.risks import Level, risks
from bot.domain.privacy.impact.setup import Setup
from bot.domain.privacy.keeping import How, Kept
from bot.domain.privacy.register import REGISTER

HEAD: Final = (
    "由 `qunwu pia` 从登记表和现在的配置生成，不含任何人的资料。签字的人核对、补充，定下结论。"
    "报告和处理情况记录至少保存三年（个人信息保护法第五十六条）。配置改了、开了新功能、出了安全事件，都要重做。"
)
WHY: Final = (
    "处理敏感个人信息（第二十八条）、利用个人信息辅助管理决定，属于第五十五条要事前评估的情形。"
    "目的是办请假、审批、群管理、公告、安全生产和求助，不用来做别的；不做画像，不自动决定对人有影响的事。"
)
NECESSARY: Final = (
    "只存办事必需的：群聊不存，打卡时间和位置不存，诊断不存，密码不存；一张表存什么、存多久、谁能看，"
    "写在登记表里，没写就不能上线。"
)
RIGHTS: Final = (
    "告知：`/隐私`；查阅：`/我的数据`（含谁看过）；复制：`/导出我的数据`；更正：`/更正资料`；删除：`/删除申请`；"
    "15 个工作日内由人答复，不由本人自己批。"
)
SIGNED: Final = ("评估人", "个人信息保护负责人", "职工代表或公示情况", "日期")


def assessment(setup: Setup, on: date) -> str:
    return "\n".join(_lines(setup, on)) + "\n"


def _lines(setup: Setup, on: date) -> Iterator[str]:
    yield from ("# 个人信息保护影响评估", "", f"生成日期：{on.isoformat()}", "", HEAD, "")
    yield from ("## 一、目的和方式是否合法、正当、必要", "", WHY, "", NECESSARY, "")
    yield from ("## 二、处理哪些个人信息", "")
    yield from _table("类别", "内容", "目的", "依据", "谁看得到", "敏感", "保存多久", rows=_classes(setup))
    yield from ("", "## 三、去了哪里", "")
    yield from _table("去处", "内容", rows=setup.elsewhere.items())
    yield from (
        "",
        "除此以外不向任何人提供，不公开；没有向境外提供的功能。",
        "",
        "## 四、对个人权益的影响和安全风险",
        "",
    )
    found = list(risks(setup))
    yield from _table(
        "风险",
        "措施",
        "剩下的风险",
        "还要做",
        rows=[(each.what, each.measures, each.level, each.then) for each in found],
    )
    count = {level: sum(each.level is level for each in found) for level in Level}
    yield from ("", f"高 {count[Level.HIGH]} 项，中 {count[Level.MIDDLE]} 项，低 {count[Level.LOW]} 项。", "")
    yield from ("## 五、个人怎么行使权利", "", RIGHTS, "", "## 六、结论", "")
    yield "（由签字的人写：风险可接受 / 先做完第四部分「还要做」的再用 / 不用）"
    yield from ("", *(f"- {each}：" for each in SIGNED))


def _classes(setup: Setup) -> Iterator[tuple[str, ...]]:
    for kept in Kept:
        entries = [each for each in REGISTER.values() if each.kept is kept and each.how is not How.NOBODY]
        if entries:
            use, listed = OF_CLASS[kept], dict.fromkeys(each.what or _short(each.why) for each in entries)
            what = "、".join(filter(None, listed)) or "谁办的"
            until = setup.days.get(kept, kept.until(setup.retention))
            yield (kept, what, use.purpose, use.ground, use.seen_by, use.sensitive or "否", until)


def _short(why: str) -> str:
    """What it is, without why it isn't told."""
    return why.partition("，")[0]


def _table(*head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(("---",) * len(head))
    for row in rows:
        yield _row(row)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(each.replace('|', '｜') for each in cells)} |"
