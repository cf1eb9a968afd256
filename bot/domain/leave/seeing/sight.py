"""Who may see what of whose leave. Colleagues see whether, and never why; the default is nothing.

Sources: PIPL art. 6 (no more than is needed) and 28 (health is sensitive); D5§3.
"""

from collections.abc import Iterator
from enum import IntEnum

from bot.domain.approvals.line import line_above
from bot.domain.company import Company
from bot.domain.leave.types.leave_type import Sight
from bot.domain.people import Department, Person
from bot.domain.rights import LEAVE_OFFICE, Role, right_of

OFF = "请假"  # what a leave is called to whoever may not know of which kind it is


class Seen(IntEnum):
    """What somebody sees of another's leave; each holds those before it."""

    NOTHING = 0
    WHETHER = 1
    KIND = 2  # and what only waits to be decided; not the kinds whose reason is HR's alone
    ALL = 3


def seen_of(target: Person, asker: Person, company: Company) -> Seen:
    if asker.user_id == target.user_id or is_of_the_office(asker, company):
        return Seen.ALL
    if not asker.active:
        return Seen.NOTHING
    if asker.user_id in line_above(company, target.user_id):
        return Seen.KIND
    if _is_executive(asker, company) or _works_with(target, asker, _inside(asker, company)):
        return Seen.WHETHER
    return Seen.NOTHING


def may_list(department: Department, asker: Person, company: Company) -> bool:
    """Whether he may see who of a department is off: it is his own or below it, or he leads it or one above."""
    if sees_everybody(asker, company) or department.id == asker.main_department:
        return True
    return department.id in _inside(asker, company)


def listed(department: Department | None, asker: Person, company: Company) -> tuple[Person, ...]:
    """Whom he sees of a department that he may list, in the order of the directory; himself, where he has none."""
    if department is None:
        return (asker,)
    people = team_of(department, company)
    if department.parent is not None or sees_everybody(asker, company):
        return people
    inside = _inside(asker, company)
    return tuple(each for each in people if _works_with(each, asker, inside))


def sees_everybody(asker: Person, company: Company) -> bool:
    """At least whether."""
    return is_of_the_office(asker, company) or _is_executive(asker, company)


def is_of_the_office(person: Person, company: Company) -> bool:
    """Whoever has left is of no office any more, whatever his account was given."""
    return right_of(person, LEAVE_OFFICE, grants=company.grants, group=None) is not None


def _is_executive(person: Person, company: Company) -> bool:
    return person.active and person.user_id in company.grants.get(Role.EXECUTIVE, ())


def team_of(department: Department, company: Company) -> tuple[Person, ...]:
    """Who is here of a department and of those below it, in the order of the directory. The company's: everybody."""
    here = [each for each in company.people if each.active]
    if department.parent is None:
        return tuple(here)
    users = company.staff_of(company.finder.departments.path(department))
    return tuple(each for each in here if each.user_id in users)


def kind_seen(type_: str, seen: Seen, company: Company) -> str:
    """`年假`, or 请假 where the kind is none of his business."""
    kind = company.leave.types.get(type_)
    if seen is Seen.ALL or (seen is Seen.KIND and kind is not None and kind.sight is Sight.APPROVERS):
        return type_
    return OFF


def _works_with(target: Person, asker: Person, inside: frozenset[int]) -> bool:
    if not inside.isdisjoint({target.main_department, *target.departments}):
        return True
    return target.main_department == asker.main_department  # of the company itself, in no department


def _inside(asker: Person, company: Company) -> frozenset[int]:
    """His departments and those below them."""
    find = company.finder.departments
    return frozenset[int]().union(*(find.below(each) for each in _own(asker, company)))


def _own(asker: Person, company: Company) -> Iterator[Department]:
    """His departments and those he leads; to be in none but the company itself makes nobody a colleague of all."""
    mine = {asker.main_department, *asker.departments}
    for each in company.departments:
        if asker.user_id in each.leaders or (each.id in mine and each.parent is not None):
            yield each
