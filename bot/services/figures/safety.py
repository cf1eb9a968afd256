"""Hazards by area, and accidents: places and levels are counted, never people, so that nothing of it is hidden
(安全生产法 art. 41: employees are told)."""

from collections import Counter

from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Part, Tally
from bot.domain.safety.accidents.reports import Accident
from bot.domain.safety.hazards.board import Figures
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.showing import figures_of

HAZARDS = (
    Column("发现隐患", personal=False),
    Column("销号", personal=False),
    Column("重大", personal=False, alarming=True),
    Column("重复", personal=False, alarming=True),
)
ACCIDENTS = (Column("事故", "起", personal=False, alarming=True), Column("受伤", "人", personal=False, alarming=True))
UNKNOWN = "没有定级"


async def hazards(desk: Desk, period: Period, parts: Parts) -> Counted:
    *areas, whole = await figures_of(desk, period.first, period.last)
    late = f"现在超期没有销号的 {whole.overdue} 条；这段时间按时销号 {whole.in_time_share}。"
    rows = tuple(Part(each.area, 0, _found(each)) for each in areas)
    return Counted(HAZARDS, _found(whole), sum(parts.staff), rows, facts=(late,))


async def accidents(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Without drills and false alarms. How many were hurt is as it was first told."""
    reported = await desk.store.accidents.between(*period.bounds(desk.now))
    real = [each for each in reported if not each.state.is_closed]
    levels = Counter(str(each.facts.level or UNKNOWN) for each in real)
    kinds = tuple((level, Tally(many)) for level, many in levels.most_common())
    return Counted(ACCIDENTS, (Tally(len(real)), Tally(sum(map(_hurt, real)))), sum(parts.staff), kinds=kinds)


def _found(each: Figures) -> tuple[Tally, ...]:
    return tuple(map(Tally, (each.found, each.closed, each.major, each.again)))


def _hurt(accident: Accident) -> int:
    return accident.facts.injured or 0
