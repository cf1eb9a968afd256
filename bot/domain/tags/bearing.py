"""Who bears a tag by rule: what the directory and the books say of his work, and nothing else (S307)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fnmatch import translate
from re import compile as compiled
from types import MappingProxyType
from typing import Final

from bot.domain.accounts.newcomer import Employment
from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.notices.direct import direct_users
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.people import Person
from bot.domain.tags.rules import ShiftKind, TagRule
from bot.identifiers import UserId

WEEK: Final = 7  # days of the roster that are looked at


@dataclass(frozen=True, slots=True)
class Facts:
    """What the directory doesn't have. Of whom no employment is known, he is regular."""

    today: date
    employment: Mapping[UserId, Employment] = field(default_factory=lambda: MappingProxyType({}))
    licences: Mapping[UserId, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))


def unknown(rule: TagRule, company: Company) -> str:
    """What the rule names and the company hasn't: then it says nothing of anybody. Empty: all is known."""
    groups = {word for each in company.groups for word in (each.id, *each.names)}
    words = company.finder.departments.words
    lost = [each for each in rule.groups if each not in groups]
    return next(iter([*(each for each in rule.departments if not words.get(fold(each))), *lost]), "")


def bearers(rule: TagRule, company: Company, facts: Facts) -> frozenset[UserId]:
    """Everybody who is here and to whom all of the rule applies."""
    tests = list(_tests(rule, company, facts))
    if not tests:
        return frozenset()
    return frozenset(person.user_id for person in company.people if person.active and all(t(person) for t in tests))


def _tests(rule: TagRule, company: Company, facts: Facts) -> Iterator[Callable[[Person], bool]]:
    if rule.departments:
        staff = frozenset[UserId]().union(*(company.staff_of(each) for each in rule.departments))
        yield lambda person: person.user_id in staff
    if rule.titles:
        pattern = compiled("|".join(translate(fold(title)) for title in rule.titles))
        yield lambda person: pattern.match(fold(person.position)) is not None
    if rule.groups:
        named = [each for each in company.groups if not {each.id, *each.names}.isdisjoint(rule.groups)]
        members = frozenset[UserId]().union(*(each.members for each in named))
        yield lambda person: person.user_id in members
    if rule.shifts:
        yield lambda person: not _shifts(person.user_id, company, facts.today).isdisjoint(rule.shifts)
    if rule.licences:
        yield lambda person: not facts.licences.get(person.user_id, frozenset()).isdisjoint(rule.licences)
    if rule.employment:
        yield lambda person: facts.employment.get(person.user_id, Employment.REGULAR) in rule.employment
    if rule.readers:
        direct = direct_users(company)
        yield lambda person: _reader(person.user_id in direct) in rule.readers


def _shifts(user: UserId, company: Company, today: date) -> set[ShiftKind]:
    schedule = company.schedule(user)
    days = [today + timedelta(days=number) for number in range(WEEK)]
    worked = [shift for shift in map(schedule.shift_on, days) if shift]
    found = {ShiftKind.NIGHT} if any(shift.over_midnight for shift in worked) else set()
    return found | ({ShiftKind.ROSTERED} if any(map(schedule.by_roster, days)) else set())


def _reader(direct: bool) -> ReaderKind:
    return ReaderKind.DIRECT if direct else ReaderKind.SUPPORTING
