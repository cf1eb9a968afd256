"""The chain of people who are told of an accident, one after the other."""

from collections.abc import Collection, Iterator

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.areas import area_of, contacts
from bot.domain.safety.calls.rules import Link
from bot.identifiers import UserId


def chain(
    company: Company,
    place: str | None,
    reporter: UserId,
    *,
    away: Collection[UserId] = (),
    urgent: bool = True,
) -> tuple[UserId, ...]:
    """Each once. Who is on leave comes after the others, the reporter himself last; who left isn't in it, but whoever
    the directory doesn't know yet may be. Nobody but the reporter is nobody. A cut finger goes to no executive."""
    links = [link for link in company.safety.calls.chain if urgent or link is not Link.EXECUTIVE]
    found = dict.fromkeys(user for link in links for user in _people(link, company, place, reporter))
    here = [user for user in found if (person := company.person(user)) is None or person.active]
    ordered = sorted(here, key=lambda user: (user == reporter, user in away))
    if not urgent or ordered == [reporter]:
        return tuple(user for user in ordered if user != reporter)
    return tuple(ordered)


def _people(link: Link, company: Company, place: str | None, reporter: UserId) -> Iterator[UserId]:
    if link is Link.AREA:
        yield from contacts(area_of(place or "", company, reporter), company)
    else:
        yield from company.holders(Role(link.value))
