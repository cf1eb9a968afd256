"""How an accident's case reads: its card, and the lines of it that other messages need too.

All of it is said in private, to those who keep the case. Names of victims stand nowhere here.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from bot.domain.dates import clock_time, day_seen
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import Hour, hour, is_grave
from bot.domain.safety.accidents.grading import UNSAID, WAN, YI, said
from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.accidents.statements import COUNTS, FOUR, NUMBERS, Topic
from bot.domain.wording import shown
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card

FILE, ASK, DRAFT, NEED, NOT_NEED, KNEW, LESSONS = "file", "ask", "draft", "need", "not", "knew", "four"
SHORT: Final = {
    Topic.DEATHS: "死",
    Topic.SERIOUS: "重",
    Topic.MINOR: "轻",
    Topic.MISSING: "失踪",
    Topic.TRAPPED: "被困",
}
VALUE: Final = 24  # characters of a line on a card
LONG: Final = 1000  # of a section of the report that is shown


def bulletin(
    case: Case, rules: AccidentRules, now: datetime, task_id: TaskId | None, *, first: str = "", head: bool = False
) -> Card:
    """`first`: what comes before everything else. `head`: for who heads the unit and hasn't said that he knows."""
    title = f"事故快报 {case.number}"
    how = f"{first}{standing(case, rules, now)}"
    fields = tuple((name, shown(value, VALUE)) for name, value in _fields(case, now))
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    return Card(
        title=title,
        desc=how,
        plain=f"【{title}】{how}{spelt}{_typed(case, rules)}",
        fields=fields,
        buttons=() if case.is_closed else tuple(_buttons(case, rules, head=head)),
        task_id=task_id,
    )


def standing(case: Case, rules: AccidentRules, now: datetime) -> str:
    """Where it stands with the government; the clock in words."""
    if case.accident.state.is_closed:
        return f"已按{case.accident.state}关闭。"
    if case.is_closed:
        return "已结案。"
    if case.is_handed_over:
        return f"已由{shown(case.value(Topic.HANDED_OVER) or '')}调查，公司内部的调查停下，只补报和落实整改。"
    if case.channel.is_foreign:
        return f"性质是{case.channel}，不按 493 号令上报，请按{case.channel}事故的规定报。"
    clock = hour(case, rules)
    return clock_line(clock, rules, now) if clock else "按公司内部事故处理，现在不用报政府部门。"


def line(case: Case, rules: AccidentRules, now: datetime) -> str:
    """One of a list."""
    facts = case.accident.facts
    what = f"{facts.kind}，{shown(case.shown(Topic.PLACE) or '地点待核实', VALUE)}，{numbers(case)}"
    ticked = f"四不放过 {len(case.ticked)}/{len(FOUR)}。" if case.ticked else ""
    return f"· {case.number} {what}。{standing(case, rules, now)}{ticked}"


def clock_line(clock: Hour, rules: AccidentRules, now: datetime) -> str:
    since, until = clock_time(clock.since, now), clock_time(clock.until, now)
    if clock.filed_at is None:
        left = int((clock.until - now).total_seconds() // 60)
        if now >= clock.until:
            return f"{until} 已过，还没有记下已报：已经是迟报。现在就报{rules.authority}，报完马上记下。"
        return f"{since} 接报，{until} 前要报{rules.authority}，还剩 {left} 分钟。"
    at = clock_time(clock.filed_at, now)
    if not clock.is_late:
        return f"{at} 已报，在 1 小时内。"
    late = max(int((clock.filed_at - clock.until).total_seconds() // 60), 1)
    by = f"{late} 分钟" if late < 2 * 60 else f"{late // 60} 小时"
    return f"{at} 已报，比 {until} 晚 {by}，属于迟报。"


def numbers(case: Case) -> str:
    """`死 1 重 2 轻 待核实`: the first three always, the others where there are some."""
    known = {topic: case.shown(topic) for topic in COUNTS}
    wanted = [topic for topic in COUNTS if topic in COUNTS[:3] or (known[topic] or "0") != "0"]
    return " ".join(f"{SHORT[topic]} {known[topic] or UNSAID}" for topic in wanted)


def value_said(topic: Topic, value: str | None, now: datetime) -> str:
    """As people read what a topic has."""
    if not value:
        return UNSAID
    if topic is Topic.LOSS:
        return yuan(int(value))
    if topic in NUMBERS:
        return f"{value} 人"
    if topic is Topic.INJURY_FILED:
        return day_seen(date.fromisoformat(value[:10]), now.date())
    if topic in (Topic.WHEN, Topic.HEAD_KNEW):
        moment = datetime.fromisoformat(value)
        return f"{day_seen(moment.date(), now.date())} {moment:%H:%M}"
    return shown(value, LONG)


def yuan(amount: int) -> str:
    """`3.5 万元`; below ten thousand to the 元."""
    for unit, name in ((YI, "亿元"), (WAN, "万元")):
        if amount >= unit:
            return f"{amount / unit:.10g} {name}"
    return f"{amount} 元"


def missing(case: Case) -> str:
    """`单位概况、现场`; empty: nothing is."""
    return "、".join(case.missing)


def next_missing(case: Case) -> Topic | None:
    """What is asked for next: numbers first, since the grade hangs on them."""
    wanted: Sequence[Topic] = sorted(case.missing, key=lambda each: each not in NUMBERS)
    return next(iter(wanted), None)


def _fields(case: Case, now: datetime) -> Iterator[tuple[str, str]]:
    yield "时间", value_said(Topic.WHEN, case.shown(Topic.WHEN), now)
    yield "地点", case.shown(Topic.PLACE) or UNSAID
    yield "伤亡", numbers(case)
    yield "损失", value_said(Topic.LOSS, case.shown(Topic.LOSS), now)
    yield "等级", _level(case)
    yield "待核实", missing(case) or "没有了"


def _level(case: Case) -> str:
    if case.grade:
        return said(case.tally)
    return f"{case.company_level}（公司内部）" if case.company_level else UNSAID


def _buttons(case: Case, rules: AccidentRules, *, head: bool) -> Iterator[Button]:
    clock = hour(case, rules)
    if head:
        yield Button("知道了", KNEW)
    if clock:
        yield Button("补报" if clock.filed_at else "已报", FILE, style=4 if clock.filed_at else 1)
    if topic := next_missing(case):
        yield Button(f"补：{topic}", f"{ASK}.{topic.name}", style=4)
    if clock:
        yield Button("看草稿", DRAFT, style=4)
        if not (clock.filed_at or is_grave(case, rules)):
            yield Button("不需上报", NOT_NEED, style=3)
    else:
        yield Button("需上报", NEED, style=4)
    yield Button("四不放过", LESSONS, style=4)


def _typed(case: Case, rules: AccidentRules) -> str:
    """For whoever is shown no buttons."""
    filed = f"报完发「/事故上报 {case.number} 时间 单位 接报人」，" if hour(case, rules) else ""
    return "" if case.is_closed else f"{filed}补资料发「/事故资料 {case.number} 死亡0 重伤1」这样。"
