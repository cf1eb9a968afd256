"""What people read about a hazard: its reporter, the officers, the owner, who verifies it, everybody.

Who reported it stands on the officers' cards alone, and not there where he wants not to be named.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, day_seen
from bot.domain.safety.hazards.criteria import suggested
from bot.domain.safety.hazards.hazard import Hazard, HazardState, Plan, Reporter
from bot.domain.safety.hazards.hiding import HIDDEN_NAME
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.shapes.outgoing import Button, Card, Select

GENERAL, MAJOR, GROUNDS, NOT_SO, SAME, AGAIN, ACCIDENT = "general", "major", "grounds", "not", "same", "again", "sg"
ACCEPT, DONE, LATER, FILL = "accept", "done", "later", "fill"
PASS, FAIL = "pass", "fail"
SPOT, BACK, JOIN, APART, HURT = "spot", "back", "join", "apart", "hurt"
GIVE, LOOK, NUDGE = "give", "look", "nudge"
DAILY, DRAFT, FILED = "daily", "draft", "filed"
OWNER: Final = "owner"
NOBODY_YET: Final = "-"
WORDS: Final = 200  # characters of the finder's words that are shown
HINTS: Final = 2  # criteria that are hinted at on a card
VALUE: Final = 24  # of a line on a card


def what(hazard: Hazard) -> str:
    """`3号车间：配电箱门坏了`"""
    return f"{shown(hazard.facts.place)}：{shown(hazard.facts.text, 40)}"


def said_of(hazard: Hazard) -> str:
    near = "（差点出事）" if hazard.facts.near_miss else ""
    return f"{shown(hazard.facts.text, WORDS)}{near}"


def officer_card(
    hazard: Hazard, company: Company, reporters: Sequence[Reporter], now: datetime, owners: Sequence[UserId]
) -> Card:
    """All that it takes to look at it and to decide."""
    title = f"隐患待核实 {hazard.number}"
    fields = (
        ("地点", shown(hazard.facts.place, VALUE)),
        ("类型", hazard.facts.kind.value),
        ("区域", shown(hazard.area or "未定", VALUE)),
        ("报告人", shown(told_by(hazard, company, reporters), VALUE)),
        ("时间", clock_time(hazard.reported_at.astimezone(now.tzinfo), now)),
    )
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    how = f"核实后发「/整改 {hazard.number} 责任人 期限 措施」，不属实发「/不属实 {hazard.number} 说明」。"
    hint = f"{_alike(hazard)}{_maybe_major(hazard, company)}"
    return Card(
        title=title,
        desc=f"{said_of(hazard)}{hint}",
        plain=f"【{title}】{said_of(hazard)}\n{spelt}{hint}{how}",
        fields=fields,
        buttons=_grading(hazard),
        select=_owners(company, owners) if owners else None,
    )


def told_by(hazard: Hazard, company: Company, reporters: Sequence[Reporter]) -> str:
    if not reporters:
        return hazard.source or "未说明"
    names = [HIDDEN_NAME if each.hidden else company.name_of(each.user) for each in reporters]
    return names[0] if len(names) == 1 else f"{names[0]}等 {len(names)} 人"


def owner_card(hazard: Hazard, company: Company, now: datetime) -> Card:
    title = f"{'重大' if hazard.is_major else ''}隐患请你整改 {hazard.number}"
    plan = hazard.plan
    fields = tuple(
        (name, shown(value, VALUE))
        for name, value in (
            ("地点", hazard.facts.place),
            ("期限", due_said(plan, now) or "未定"),
            ("措施", plan.measure),
            ("资金", plan.money),
            ("预案", plan.contingency),
        )
        if value
    )
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    lacks = f"五落实还缺：{'、'.join(plan.missing)}。" if plan.missing else ""
    how = f"收到发「/接单 {hazard.number}」，整改好了先发照片，再发「/申请验收 {hazard.number}」。"
    return Card(
        title=title,
        desc=f"{said_of(hazard)}\n{lacks}整改好了把照片发给我。",
        plain=f"【{title}】{said_of(hazard)}\n{spelt}{lacks}{how}",
        fields=fields,
        buttons=owner_buttons(hazard),
    )


def owner_buttons(hazard: Hazard) -> tuple[Button, ...]:
    first = () if hazard.accepted_at else (Button("收到", ACCEPT),)
    lacking = (Button("补五落实", FILL, style=4),) if hazard.plan.missing else ()
    return (*first, Button("申请验收", DONE, style=4), *lacking, Button("申请延期", LATER, style=3))


def wants_owner(hazard: Hazard, company: Company) -> bool:
    """Nobody has it yet, or whoever had it has left."""
    owner = hazard.plan.owner
    if hazard.state in (HazardState.ASSIGNED, HazardState.FIXING):
        return owner is None or not company.is_here(owner)
    return hazard.state is HazardState.GRADED


def giver_card(hazard: Hazard, company: Company, owners: Sequence[UserId]) -> Card:
    """Graded: whose it is now is chosen. `owners`: the likeliest first; nobody: it is given in words."""
    title = f"{'重大' if hazard.is_major else ''}隐患请你派单 {hazard.number}"
    fields = tuple(
        (name, shown(value, VALUE))
        for name, value in (
            ("地点", hazard.facts.place),
            ("区域", hazard.area or "未定"),
            ("类型", hazard.facts.kind.value),
            ("分级", hazard.grade or ""),
        )
        if value
    )
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    how = f"派给别人，或写明期限、措施，发「/整改 {hazard.number} 责任人 期限 措施」。"
    options = {str(user): company.name_of(user) for user in owners}
    return Card(
        title=title,
        desc=f"{said_of(hazard)}\n{how}",
        plain=f"【{title}】{said_of(hazard)}\n{spelt}{how}",
        fields=fields,
        buttons=(*((Button("派给他", GIVE),) if owners else ()), Button("转事故", ACCIDENT, style=3)),
        select=Select(OWNER, "派给", options, selected=owners[0]) if owners else None,
    )


def looker_card(hazard: Hazard, company: Company, now: datetime, *, may_nudge: bool) -> Card:
    """For whoever has to know of it, and not to do it."""
    title = f"{'重大' if hazard.is_major else ''}隐患 {hazard.number}"
    owner = hazard.plan.owner
    fields = tuple(
        (name, shown(value, VALUE))
        for name, value in (
            ("地点", hazard.facts.place),
            ("状态", hazard.state.value),
            ("责任人", company.name_of(owner) if owner else ""),
            ("期限", due_said(hazard.plan, now)),
        )
        if value
    )
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    return Card(
        title=title,
        desc=said_of(hazard),
        plain=f"【{title}】{said_of(hazard)}\n{spelt}看每一步发「/隐患进度 {hazard.number}」。",
        fields=fields,
        buttons=(Button("看每一步", LOOK), *((Button("催一下", NUDGE, style=4),) if may_nudge else ())),
    )


def verifier_card(hazard: Hazard, company: Company) -> Card:
    title = f"隐患请你验收 {hazard.number}"
    fixer = hazard.fixer or hazard.plan.owner
    fields = tuple(
        (name, shown(value, VALUE))
        for name, value in (
            ("地点", hazard.facts.place),
            ("整改人", company.name_of(fixer) if fixer else ""),
            ("措施", hazard.plan.measure),
            ("分级", hazard.grade or ""),
        )
        if value
    )
    two = "重大隐患要安全管理员和单位负责人都通过。" if hazard.is_major else ""
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    how = f"通过发「/验收 {hazard.number} 通过」，不通过发「/验收 {hazard.number} 不通过 理由」。"
    return Card(
        title=title,
        desc=f"{said_of(hazard)}\n{two}请到现场看过再按。",
        plain=f"【{title}】{said_of(hazard)}\n{spelt}{two}{how}",
        fields=fields,
        buttons=(Button("通过", PASS), Button("不通过", FAIL, style=2)),
    )


def due_said(plan: Plan, now: datetime) -> str:
    return f"{day_seen(plan.due, now.date())}前" if plan.due else ""


def given_to(hazard: Hazard, company: Company, now: datetime) -> str:
    """`派给王强，11月29日(周日)前。五落实还缺：措施、资金、预案。`"""
    plan = hazard.plan
    owner = company.name_of(plan.owner) if plan.owner else "（未定）"
    due = f"，{due_said(plan, now)}" if plan.due else ""
    lacks = f"五落实还缺：{'、'.join(plan.missing)}。" if plan.missing else "五落实齐了。"
    return f"派给{owner}{due}。{lacks}"


def five(plan: Plan, company: Company, now: datetime) -> str:
    """What has been settled of the five, for the log."""
    said = {
        "责任人": company.name_of(plan.owner) if plan.owner else "",
        "措施": plan.measure,
        "资金": plan.money,
        "时限": due_said(plan, now),
        "预案": plan.contingency,
    }
    return "；".join(f"{name}：{value}" for name, value in said.items() if value)


def closed_news(hazard: Hazard) -> str:
    """For everybody (安全生产法 art. 41): neither who reported it nor who fixed it."""
    return f"隐患已整改：{what(hazard)}。已验收销号（{hazard.number}）。谢谢报告的同事，看到隐患随时告诉我。"


def _alike(hazard: Hazard) -> str:
    if hazard.resembles:
        return f"\n可能和 {hazard.resembles} 是同一个。"
    return f"\n{hazard.recurs} 一个月内刚销号，可能又出现了。" if hazard.recurs else ""


def _maybe_major(hazard: Hazard, company: Company) -> str:
    """What the standards of the company's trades remind of; whoever reads it decides."""
    found = suggested(hazard.facts.text, company.safety.criteria)
    said = "；".join(f"{each.says}（{each.source}）" for each in found[:HINTS])
    return f"\n可能够得上重大：{said}。请你对照标准判断。" if found else ""


def _grading(hazard: Hazard) -> tuple[Button, ...]:
    same = (Button("与已有的重复", SAME, style=4),) if hazard.resembles else ()
    again = (Button("重开上一条", AGAIN, style=4),) if hazard.recurs and not hazard.resembles else ()
    return (
        Button("属实·一般", GENERAL),
        Button("属实·重大", MAJOR, style=2),
        *same,
        *again,
        Button("不属实", NOT_SO, style=3),
        Button("转事故", ACCIDENT, style=3),
    )


def _owners(company: Company, owners: Sequence[UserId]) -> Select:
    options = {user: company.name_of(user) for user in owners} | {NOBODY_YET: "先不派"}
    return Select(OWNER, "一般的派给", options, selected=owners[0])
