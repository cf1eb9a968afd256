"""Who sees what of a hazard. That it is there, where, and how far it is put right, every employee may know
(安全生产法 art. 41); who has to do with it and every step of it only those whom it concerns.
"""

from collections.abc import Collection, Iterable
from enum import IntEnum

from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.safety.areas import area_of, contacts
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.safety.hazards.rights import contacts_of
from bot.identifiers import UserId

OVERSEERS = (Role.SAFETY_ADMIN, Role.EXECUTIVE)


class Sight(IntEnum):
    PUBLIC = 0
    STEPS = 1  # with who has it and what happened when


def sight(hazard: Hazard, reporters: Collection[UserId], reader: Person, company: Company) -> Sight:
    user = reader.user_id
    if not company.is_here(user):
        return Sight.STEPS if user in reporters else Sight.PUBLIC
    near = {*reporters, *hazard.fixers, *contacts_of(hazard, company)}
    return Sight.STEPS if user in near or oversees(reader, company) else Sight.PUBLIC


def oversees(reader: Person, company: Company) -> bool:
    """All of them are his business."""
    return company.is_here(reader.user_id) and any(reader.user_id in company.grants.get(role, ()) for role in OVERSEERS)


def led_by(reader: Person, hazards: Iterable[Hazard], company: Company) -> list[Hazard]:
    """Those that lie in his area: one that he answers for, or of a department that he leads."""
    found = list(hazards)
    places = {each.area or each.facts.place for each in found}
    own = {place for place in places if reader.user_id in contacts(area_of(place, company), company)}
    return [each for each in found if (each.area or each.facts.place) in own]
