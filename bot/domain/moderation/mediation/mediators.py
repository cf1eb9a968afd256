"""Who helps two to settle it: neither of them, and nobody below either (D15§4.2; D12§二.1)."""

from collections.abc import Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.rights import Role
from bot.domain.standing import Standing, standing
from bot.identifiers import UserId

_OFFICES: Final = (Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.HR, Role.EXECUTIVE)


def mediator_for(
    parties: tuple[UserId, UserId], company: Company, *, group: Group | None, first: UserId | None = None
) -> UserId | None:
    """`first`: who has asked for it and would do it himself. None: there is nobody."""
    needed = max(_height(each, company, group) for each in parties)
    fit = (each for each in _in_order(company, group, first) if each not in parties)
    return next((each for each in fit if _height(each, company, group) >= needed), None)


def _in_order(company: Company, group: Group | None, first: UserId | None) -> Iterator[UserId]:
    if first:
        yield first
    if group:
        yield from keepers_here(group, company)
    yield from company.in_office(*_OFFICES)


def _height(user: UserId, company: Company, group: Group | None) -> Standing:
    person = company.person(user)
    if person is None:
        return Standing.STAFF
    in_office = any(user in company.holders(role) for role in _OFFICES)
    own = standing(person, grants=company.grants, group=group)
    return max(own, Standing.HEAD if in_office else Standing.STAFF)
