"""Something is said of an accident: written down beside what was said before, and what follows from it.

Nobody lowers a number or the grade alone (rules: a reason, and a second person who agrees).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.accidents.case import Case, is_lowered
from bot.domain.safety.accidents.deadlines import window_end
from bot.domain.safety.accidents.duty import hour, must_report
from bot.domain.safety.accidents.statements import NUMBERS, Statement, Topic
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import plan, state
from bot.services.safety.accidents.clock import alert

GRADED: Final = frozenset({*NUMBERS, Topic.CHANNEL})  # what the grade hangs on
OF_AUTHORITY: Final = frozenset({Topic.CHANNEL, Topic.WHEN, Topic.PLACE, Topic.SCENE, Topic.COURSE, Topic.TEAM})


@dataclass(frozen=True, slots=True)
class Item:
    """`value`: as it is kept; empty: that nobody knows."""

    topic: Topic
    value: str


async def keep(
    desk: Desk, case: Case, items: Sequence[Item], *, by: UserId, why: str = "", agreed_by: UserId | None = None
) -> Case:
    """The case with all of it; those who have to know are told."""
    before = case
    for item in items:
        if item.topic in (Topic.VICTIM,) or case.shown(item.topic) != (item.value or None):
            case = await state(desk, case, item.topic, item.value, by=by, why=why, agreed_by=agreed_by)
    await follow(desk, before, case, by=by)
    return case


async def follow(desk: Desk, before: Case, after: Case, *, by: UserId) -> None:
    """What is due changes with what is known; a graver case is the unit head's affair at once."""
    await plan(desk, after)
    if first := _graver(before, after, desk.company):
        await alert(desk, after, first=first, but=by)


def supplement(before: Case, after: Case, desk: Desk) -> str:
    """What is to be done about numbers that changed since they were reported; empty: nothing (493号令 art. 13)."""
    if before.tally == after.tally or not after.filings:
        return ""
    if desk.now.date() <= window_end(after):
        return f"伤亡或损失有变化，要及时补报，报完发 /事故上报 {after.number} 记下。"
    return "补报期已经过了，变化也请告诉接报的部门。"


def would_lower(case: Case, items: Sequence[Item], by: UserId, desk: Desk) -> bool:
    """Or take it out of the government's hands."""
    said = tuple(Statement(desk.now, by, item.topic, item.value) for item in items)
    after, rules = replace(case, said=(*case.said, *said)), desk.company.safety.accidents
    return is_lowered(case, after) or (must_report(case, rules) and not must_report(after, rules))


def ensure_ours(case: Case, items: Sequence[Item]) -> None:
    """What an authority investigates isn't for the company to decide any more. Raises UserError."""
    if case.is_handed_over and (theirs := [each.topic for each in items if each.topic in OF_AUTHORITY]):
        who = shown(case.value(Topic.HANDED_OVER) or "")
        raise UserError(
            Code.BAD_STATE, f"{case.number} 已由{who}调查，{theirs[0]}由他们定，这里不再改。伤亡变化照样可以补。"
        )


def _graver(before: Case, after: Case, company: Company) -> str:
    rules = company.safety.accidents
    was = before.grade.rank if before.grade else -1
    if not must_report(before, rules) and must_report(after, rules) and hour(after, rules):
        return "这起事故要上报政府部门。"
    if after.grade and after.grade.rank > was:
        old = f"由{before.grade}" if before.grade else ""
        return f"拟定等级{old}变为{after.grade}。"
    return ""
