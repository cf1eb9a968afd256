"""Who has to do with a hazard beside its owner. Whoever has left the company is nobody to turn to."""

from collections.abc import Iterable

from bot.domain.approvals.line import line_above
from bot.domain.company import Company
from bot.domain.notices.topics import Topic, subscribers
from bot.domain.safety.areas import area_of, contacts, heads
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.safety.hazards.rights import officers, principals, verifiers
from bot.domain.safety.rules import Area
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk

__all__ = ["area", "concerned", "next_above", "officers", "principals", "rooms", "stand_ins", "verifiers"]


def area(hazard: Hazard, company: Company) -> Area:
    return area_of(hazard.area or hazard.facts.place, company)


def stand_ins(hazard: Hazard, company: Company) -> tuple[UserId, ...]:
    """Who acts where the officers don't: the deputy of the area, and who stands above the first officer."""
    known = officers(company)
    above = next(filter(company.is_here, line_above(company, known[0] if known else None)), None)
    return tuple(each for each in _here(company, (area(hazard, company).deputy, above)) if each not in known)


def next_above(hazard: Hazard, company: Company) -> tuple[UserId, ...]:
    """Who stands above the owner, whatever department the place is of; where nobody has it, who leads the area."""
    if hazard.plan.owner is None:
        return heads(area(hazard, company), company)[:1]
    return _here(company, (next(filter(company.is_here, line_above(company, hazard.plan.owner)), None),))


def concerned(hazard: Hazard, company: Company) -> tuple[UserId, ...]:
    """Everybody who has to know of a decision about it."""
    return _here(company, (hazard.plan.owner, *contacts(area(hazard, company), company), *officers(company)))


async def rooms(desk: Desk, place: Area) -> tuple[GroupId, ...]:
    """Where everybody is told of what was found there: the area's groups, else those that want to hear of safety."""
    known = [each for each in place.groups if desk.company.group(each)]
    if known:
        return tuple(known)
    chosen = await desk.store.subscriptions.chosen(Topic.SAFETY)
    return tuple(each.id for each in subscribers(Topic.SAFETY, desk.company.groups, chosen))


def _here(company: Company, users: Iterable[UserId | None]) -> tuple[UserId, ...]:
    return tuple(user for user in dict.fromkeys(users) if user and company.is_here(user))
