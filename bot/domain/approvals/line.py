"""Who stands above somebody: his own leaders, the heads of his departments, then the company's."""

from collections.abc import Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.standing import Standing, standing
from bot.identifiers import UserId

TOP: Final = ("常务副总裁", "总裁")  # above the heads of departments, in this order
LAST: Final = Role.PRESIDENT_OFFICE  # where nobody stands above


def line_above(company: Company, user: UserId | None) -> Iterator[UserId]:
    """The nearest first, each once; he himself isn't among them. For a post that is vacant (None): from the top down.

    Who stands lower is left out: the head of a vice president's department isn't above her.
    """
    rank = _rank(company, user)
    leaders = [each for each in _leaders(company, user) if _rank(company, each) >= rank]
    above = [*leaders, *_top(company, user), *company.holders(LAST)]
    yield from (each for each in dict.fromkeys(above) if each != user)


def _leaders(company: Company, user: UserId | None) -> Iterator[UserId]:
    """Those whom the directory names for him and the heads over him, then theirs, and so on."""
    waiting, seen = [user], {user}
    while waiting:
        person = company.person(at) if (at := waiting.pop(0)) else None
        if person is None:
            continue
        for leader in dict.fromkeys([*person.leaders, *heads_over(company, person.main_department)]):
            if leader not in seen:
                seen.add(leader)
                waiting.append(leader)
                yield leader


def heads_over(company: Company, department: int) -> Iterator[UserId]:
    """Of the department and of those it belongs to."""
    by_id = {each.id: each for each in company.departments}
    seen: set[int] = set()
    at = by_id.get(department)
    while at and at.id not in seen:
        seen.add(at.id)
        yield from at.leaders
        at = by_id.get(at.parent) if at.parent is not None else None


def _top(company: Company, user: UserId | None) -> Iterator[UserId]:
    """Only those above his own title; for a vacant post, all of them from the highest down."""
    if user is None:
        yield from (each for title in reversed(TOP) for each in company.titled(title))
        return
    ranks = [company.titled(title) for title in TOP]
    own = next((number for number, rank in enumerate(ranks) if user in rank), -1)
    for rank in ranks[own + 1 :]:
        yield from rank


def _rank(company: Company, user: UserId | None) -> Standing:
    person = company.person(user) if user else None
    return standing(person, grants=company.grants) if person else Standing.STAFF
