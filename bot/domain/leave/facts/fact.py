"""What HR says of people, one fact at a time: the last word on each counts, before what the configuration says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.leave.amounts import plain
from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.rules import Facts, Given
from bot.identifiers import UserId


class What(StrEnum):
    """In the order in which they are listed."""

    BEGAN = "参加工作"  # for whomever, breaks taken out; HR has the proof
    JOINED = "入职"
    LEFT = "离职"  # the last day here
    CHILD = "子女出生"
    DAYS = "额度"  # of a type in a year, by HR's word
    CARRIED = "结转"  # into a year, of a type: what was left of the year before this ledger was kept
    USED = "已休"  # in a year, of a type, before this ledger was kept


OF_YEARS: Final = (What.DAYS, What.CARRIED, What.USED)


@dataclass(frozen=True, slots=True)
class Fact:
    """`value`: a day as 2010-07-01, or a number of days; empty where it was taken back. `key` tells apart what there
    may be several of: the child's birthday, or the year and the type as in `2026 年假`. `proof`: what HR has seen.
    """

    user: UserId
    what: What
    value: str
    key: str = ""
    proof: str = ""

    @property
    def place(self) -> tuple[What, str]:
        """Of one person's facts, the later one takes the place of the one before it."""
        return self.what, self.key


def day_fact(user: UserId, what: What, day: date, proof: str = "") -> Fact:
    return Fact(user, what, day.isoformat(), day.isoformat() if what is What.CHILD else "", proof)


def days_fact(user: UserId, year: int, type_: str, days: Decimal, proof: str = "", *, what: What = What.DAYS) -> Fact:
    """`what`: one of OF_YEARS."""
    return Fact(user, what, plain(days), year_key(year, type_), proof)


def year_key(year: int, type_: str) -> str:
    return f"{year} {type_}"


def standing(facts: Iterable[Fact]) -> Mapping[tuple[What, str], Fact]:
    """The last word on each, in the order of What; without what was taken back. `facts` in the order of writing."""
    last = {fact.place: fact for fact in facts}
    order = list(What)
    places = sorted(last, key=lambda place: (order.index(place[0]), place[1]))
    return MappingProxyType({place: last[place] for place in places if last[place].value})


def known(configured: Facts, facts: Iterable[Fact]) -> Facts:
    """All that is known of one person. Who has joined and whose earlier work nobody has proved has no service yet:
    HR is asked, it isn't derived from the day of hire."""
    told = {place: fact for place, fact in {fact.place: fact for fact in facts}.items() if fact.value}
    if not told:
        return configured
    service = _service(configured.service, told)
    if all(not key for _, key in told):  # as of nearly everybody; there may be a hundred thousand
        return replace(configured, service=service)
    children = {date.fromisoformat(fact.value) for fact in told.values() if fact.what is What.CHILD}
    return replace(
        configured,
        service=service,
        given=_of_years(configured.given, told, What.DAYS),
        carried=_of_years(configured.carried, told, What.CARRIED),
        used=_of_years(configured.used, told, What.USED),
        children=tuple(sorted({*configured.children, *children})),
    )


def _service(before: Service | None, told: Mapping[tuple[What, str], Fact]) -> Service | None:
    days = {what: date.fromisoformat(fact.value) for (what, key), fact in told.items() if not key}
    began = days.get(What.BEGAN, before.began if before else None)
    if began is None:
        return None
    joined = days.get(What.JOINED, before.joined if before else began)
    return Service(began, max(began, joined), days.get(What.LEFT, before.left if before else None))


def _of_years(configured: Given, told: Mapping[tuple[What, str], Fact], wanted: What) -> Given:
    amounts = {year: dict(types) for year, types in configured.items()}
    for (what, key), fact in told.items():
        if what is wanted:
            year, _, type_ = key.partition(" ")
            amounts.setdefault(int(year), {})[type_] = Decimal(fact.value)
    return amounts or configured
