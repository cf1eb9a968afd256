"""What the bot has counted of a department in some days. Nobody is named, and nobody is ranked."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from bot.domain.company import Company
from bot.domain.people import Department
from bot.domain.safety.areas import area_of
from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import Counts
from bot.domain.safety.drills.drill import Drill, DrillState
from bot.domain.safety.hazards.board import NOT_COUNTED
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.safety.inspections.rounds import Round
from bot.domain.safety.training.audience import members
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.training.archive import between as trainings_between


async def counts_of(desk: Desk, department: Department, period: Period) -> Counts:
    since, until = bounds(period, desk.now)
    places = Places(department, desk.company)
    staff = desk.company.staff_of(desk.company.finder.departments.path(department))
    found = [each for each in await desk.store.hazards.found_between(since, until) if each.state not in NOT_COUNTED]
    closed = await desk.store.hazards.closed_since(since)
    rounds = [each for each in await desk.store.inspections.between(since, until) if _is_theirs(each, places, staff)]
    drills = await desk.store.drills.between(since, until, desk.now)
    return Counts(
        found=len(places.of(found)),
        closed=len(places.of(each for each in closed if each.closed_at and each.closed_at < until)),
        overdue=sum(each.is_overdue(desk.now.date()) for each in places.of(await desk.store.hazards.open_ones())),
        rounds=sum(each.is_done for each in rounds),
        missed=sum(bool(each.plan) and not each.is_done and each.due <= desk.now for each in rounds),
        trained=await _trained(desk, period, staff),
        drills=sum(_took_part(each, staff, desk.company) for each in drills),
        accidents=await _accidents(desk, since, until, places),
    )


def bounds(period: Period, now: datetime) -> tuple[datetime, datetime]:
    """From its first moment to the first one after it."""
    first, after = period.first, period.last + timedelta(days=1)
    return datetime.combine(first, time(), now.tzinfo), datetime.combine(after, time(), now.tzinfo)


class Places:
    """Which places are a department's: its areas, and those of the departments below it."""

    def __init__(self, department: Department, company: Company) -> None:
        self._own = company.finder.departments.below(department)
        self._company = company
        self._known: dict[str, bool] = {}

    def __contains__(self, place: str) -> bool:
        if place not in self._known:
            name = area_of(place, self._company).department if place else ""
            spotted = self._company.finder.departments.spot(name) if name else None
            named = spotted.departments if spotted and not spotted.guessed else ()
            self._known[place] = any(each.id in self._own for each in named)
        return self._known[place]

    def of(self, hazards: Iterable[Hazard]) -> list[Hazard]:
        return [each for each in hazards if (each.area or each.facts.place) in self]


def _is_theirs(round_: Round, places: Places, staff: frozenset[UserId]) -> bool:
    """Of their place, whoever made it; of a place that is nobody's, where one of them made it."""
    return (round_.area or round_.place) in places or (not round_.area and round_.inspector in staff)


async def _trained(desk: Desk, period: Period, staff: frozenset[UserId]) -> int:
    found = await trainings_between(desk, period.first, period.last)
    return sum(each.presence.user in staff and each.presence.was_here for _, people in found for each in people)


def _took_part(drill: Drill, staff: frozenset[UserId], company: Company) -> bool:
    if drill.state is not DrillState.DONE:
        return False
    return drill.leader in staff or not staff.isdisjoint(members(drill.specs, company))


async def _accidents(desk: Desk, since: datetime, until: datetime, places: Places) -> int:
    """Those that were none are left out, near misses are in."""
    found = [each for each in await desk.store.accident_cases.reported(since, until) if not each.state.is_closed]
    return sum((each.facts.place or "") in places for each in found)
