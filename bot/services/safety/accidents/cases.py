"""A case as it is kept: found, held, added to, and its reminders set anew after each word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Final

from bot.domain.company import Company
from bot.domain.dialogues import MOST_OPTIONS
from bot.domain.rights import Role
from bot.domain.safety.accidents.access import may_see, right_over
from bot.domain.safety.accidents.case import Case, tally
from bot.domain.safety.accidents.deadlines import due
from bot.domain.safety.accidents.reports import Accident, Facts
from bot.domain.safety.accidents.statements import Statement, Topic
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.timers import set_timers
from bot.shapes.context import Context

JOB: Final = "accident-clock"
NOTHING: Final = Facts("", urgent=False)
LIST: Final = "发 /事故进度 看有哪些。"


async def find(desk: Desk, number: str, *, hold: bool = False) -> Case:
    """Raises UserError. `hold`: nobody else says anything of it until the transaction ends."""
    keep = desk.store.accident_cases.hold if hold else desk.store.accidents.get
    accident = await keep(number)
    if accident is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的事故。{LIST}")
    return case_of(desk, accident, await desk.store.accident_cases.said(number))


async def seen(ctx: Context, number: str) -> Case:
    """To be looked at. Raises UserError: it says no more of what there is than there is of what there isn't."""
    case = await find(ctx, number)
    if not may_see(ctx.sender.user_id, case, ctx.company):
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的事故。{LIST}")
    return case


async def kept(ctx: Context, number: str, *, hr: bool = False) -> tuple[Case, Context]:
    """To be added to, by the right that the context then has. `hr`: by the human resources too. Raises UserError."""
    case = await find(ctx, number, hold=True)
    right = right_over(ctx.sender.user_id, case, ctx.company)
    if right is None and may_see(ctx.sender.user_id, case, ctx.company):
        if not hr:
            raise UserError(Code.NO_PERMISSION, f"{number} 你可以看，改动请找安全管理员。")
        right = Role.HR
    if right is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的事故。{LIST}")
    return case, replace(ctx, act=replace(ctx.act, authority=right.label))


async def the_one(ctx: Context, number: str | None) -> str:
    """The one that was named, or else the only open one that the asker has to do with. Raises UserError."""
    if number:
        return number
    mine = await open_ones(ctx)
    if not mine:
        raise UserError(Code.NOT_FOUND, "现在没有在处理的事故。要看以前的，写上编号，例如 SG-20261122-001。")
    if len(mine) > 1:
        candidates = [Candidate(each.number, label=_label(each)) for each in mine[:MOST_OPTIONS]]
        raise UserError(Code.AMBIGUOUS_TARGET, f"有 {len(mine)} 起事故在处理，是哪一起？", candidates=candidates)
    return mine[0].number


async def open_ones(ctx: Context) -> Sequence[Case]:
    """Which the asker may see, the newest first."""
    accidents = await ctx.store.accident_cases.open_ones()
    said = await ctx.store.accident_cases.several([each.number for each in accidents])
    cases = (case_of(ctx, each, said.get(each.number, ())) for each in accidents)
    return [each for each in cases if may_see(ctx.sender.user_id, each, ctx.company)]


def _label(case: Case) -> str:
    facts = case.accident.facts
    return f"{case.number[-3:]} {shown(facts.place or facts.text, 8)}{facts.kind}"[:16]


def ensure_open(case: Case) -> None:
    """Raises UserError."""
    if case.accident.state.is_closed:
        raise UserError(Code.BAD_STATE, f"{case.number} 已按{case.accident.state}关闭，不用再补。真出事了就发 /事故。")
    if case.is_closed:
        raise UserError(Code.BAD_STATE, f"{case.number} 已经结案，不能再改。发 /事故资料 {case.number} 看记录。")


async def ensure_may_be_none(desk: Desk, number: str) -> None:
    """Nobody calls an accident a false alarm of which victims or a report to the government stand. Raises UserError."""
    case = await find(desk, number, hold=True)
    if case.filings or tally(NOTHING, case.said).at_stake:
        how = f"记错了就先发 /事故资料 {number} 更正。"
        raise UserError(Code.BAD_STATE, f"{number} 已经记有伤亡、被困或已报，不能按误报或演练关闭。{how}")


async def state(
    desk: Desk, case: Case, topic: Topic, value: str, *, by: UserId, why: str = "", agreed_by: UserId | None = None
) -> Case:
    """The case with one more word on it; reminders follow by `plan`."""
    said = Statement(desk.now, by, topic, value, case.shown(topic) or "", why, agreed_by)
    await desk.store.accident_cases.state(case.number, said, by=desk.act)
    return replace(case, said=(*case.said, said))


async def plan(desk: Desk, case: Case) -> None:
    """Its reminders that are still ahead. One that isn't due any more is let ring, and nothing is said: it may be due
    again. What is past already stands in what whoever changes the case is told."""
    wanted = due(case, desk.company.safety.accidents, desk.company.pace.calendar)
    await set_timers(desk, JOB, case.number, {kind: at for kind, at in wanted.items() if at > desk.now})


def case_of(desk: Desk, accident: Accident, said: Sequence[Statement]) -> Case:
    return case_at(accident, said, desk.company, desk.now)


def case_at(accident: Accident, said: Sequence[Statement], company: Company, now: datetime) -> Case:
    """With every moment in the time zone of `now`, the company's: days are counted by it."""
    zone = now.tzinfo
    facts = replace(accident.facts, at=_local(accident.facts.at, zone))
    reported = accident.reported_at.astimezone(zone)
    statements = tuple(replace(each, at=each.at.astimezone(zone)) for each in said)
    return Case(replace(accident, facts=facts, reported_at=reported), statements, company.safety.accidents.unit)


def _local(moment: datetime | None, zone: tzinfo | None) -> datetime | None:
    return moment.astimezone(zone) if moment else None
