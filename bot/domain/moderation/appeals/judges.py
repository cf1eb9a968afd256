"""Who may look at a case again: nobody who had a part in it, nobody below whoever decided, nobody he stands above.

The management group first; above it the president's office and the executives. A case of theirs goes to those of them
who had no part in it, so what an administrator decided never comes back to him (D12§二.1, D15§4.2). Harassment stays
with human resources (女职工劳动保护特别规定 art. 11).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.moderation.cases.case import Case
from bot.domain.rights import Role
from bot.domain.standing import Standing, standing
from bot.identifiers import UserId

_LADDER: Final = (Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.EXECUTIVE)
_OF_HR: Final = (Role.HR, Role.GROUP_HR, Role.LEGAL)
_OFFICES: Final = (Role.PRESIDENT_OFFICE, Role.HR, Role.GROUP_HR, Role.LEGAL)  # as high as a head, whoever holds it


def judges_of(case: Case, company: Company, *, but: Iterable[UserId] = (), above: int = 0) -> tuple[UserId, ...]:
    """Those nearest by; `above`: so many rungs higher, else whoever is highest. `but`: who had a part in it as well.
    Empty: there is nobody."""
    had_part = frozenset(but)
    rungs = [users for role in _roles(case) if (users := tuple(_fit(case, role, company, had_part)))]
    return rungs[min(above, len(rungs) - 1)] if rungs else ()


def may_rule(user: UserId, case: Case, company: Company, *, but: Iterable[UserId] = ()) -> bool:
    """As things stand now: whoever was asked may have risen, fallen or left meanwhile."""
    had_part = frozenset(but)
    return any(user in _fit(case, role, company, had_part) for role in _roles(case))


def may_forgive(user: UserId, case: Case, company: Company) -> bool:
    """Whoever decided may, too, if his office is one that forgives: to be milder oneself is no judging of oneself."""
    if user == case.target or not any(user in company.in_office(role) for role in _roles(case)):
        return False
    involved = filter(None, (case.target, case.actor, case.approver))
    return _height(user, company) >= max(_height(each, company) for each in involved if each != user)


def _roles(case: Case) -> tuple[Role, ...]:
    return _OF_HR if case.about.of_hr_alone else _LADDER


def _fit(case: Case, role: Role, company: Company, had_part: frozenset[UserId]) -> Iterator[UserId]:
    involved = [user for user in (case.target, case.actor, case.approver) if user]
    needed = max(_height(user, company) for user in involved)
    for user in company.in_office(role):
        if user not in involved and user not in had_part and _height(user, company) >= needed:
            yield user


def _height(user: UserId, company: Company) -> Standing:
    """Of whoever has left, nothing is left to look up to."""
    person = company.person(user)
    if person is None or not person.active:
        return Standing.STAFF
    in_office = any(user in company.holders(role) for role in _OFFICES)
    return max(standing(person, grants=company.grants), Standing.HEAD if in_office else Standing.STAFF)
