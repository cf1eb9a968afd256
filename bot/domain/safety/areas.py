"""Whose a place is: whom to tell of what was found there."""

from dataclasses import dataclass
from typing import Final

from bot.domain.approvals.line import heads_over
from bot.domain.company import Company
from bot.domain.safety.places import holds, place_key
from bot.domain.safety.rules import Area
from bot.identifiers import UserId

ELSEWHERE: Final = "其他区域"


def area_of(place: str, company: Company, reporter: UserId | None = None) -> Area:
    """The configured area that is named in `place`, by the longest of its names; else a department that is; else that
    of whoever reported it."""
    return _configured(place, company) or _of_department(_department(place, company, reporter))


def area_called(word: str, company: Company) -> Area | None:
    """An area by its name, another name of it or its code, or a department; None: there is no such thing."""
    known = _configured(word, company)
    if known:
        return known
    spotted = company.finder.departments.spot(word)
    named = spotted.departments[0].name if spotted and not spotted.guessed else ""
    return _of_department(named) if named else None


def contacts(area: Area, company: Company) -> tuple[UserId, ...]:
    """Whom to turn to, the nearest first: the responsible, his deputy, the heads of the department. Who left isn't."""
    own = [each for each in (area.responsible, area.deputy) if each]
    return tuple(filter(company.is_here, dict.fromkeys([*own, *heads(area, company)])))


def heads(area: Area, company: Company) -> tuple[UserId, ...]:
    """Who leads the department of the area, and those above it; who left isn't among them."""
    found = company.finder.departments.spot(area.department) if area.department else None
    named = found.departments if found and not found.guessed else ()
    over = [head for each in named for head in heads_over(company, each.id)]
    return tuple(filter(company.is_here, dict.fromkeys(over)))


@dataclass(frozen=True, slots=True)
class Stale:
    """An area whose people are `gone`; `left`: whom to turn to nevertheless."""

    area: Area
    gone: tuple[UserId, ...]
    left: tuple[UserId, ...]


def stale(company: Company) -> tuple[Stale, ...]:
    """Configured areas of whose own people some have left, or where nobody is whom to turn to (D4§5.1(2))."""
    found = [Stale(each, _gone(each, company), contacts(each, company)) for each in company.safety.areas]
    return tuple(each for each in found if each.gone or not each.left)


def _gone(area: Area, company: Company) -> tuple[UserId, ...]:
    return tuple(user for user in (area.responsible, area.deputy) if user and not company.is_here(user))


def _configured(place: str, company: Company) -> Area | None:
    whole = place_key(place)
    found = [
        (len(key), -number, area)
        for number, area in enumerate(company.safety.areas)
        for name in (area.name, area.code, *area.aliases)
        if (key := place_key(name)) and holds(whole, key)
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


def _department(place: str, company: Company, reporter: UserId | None) -> str:
    spotted = company.finder.departments.spot(place) if place else None
    if spotted and spotted.departments and not spotted.guessed:
        return spotted.departments[0].name
    person = company.person(reporter) if reporter else None
    own = company.department_of(person) if person else None
    return own.name if own else ""


def _of_department(name: str) -> Area:
    return Area(name or ELSEWHERE, department=name)
