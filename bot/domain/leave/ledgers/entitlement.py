"""How many days of annual leave a year gives, when each of them is there, and why.

职工带薪年休假条例 art. 3 (days by service over all employers); 企业职工带薪年休假实施办法 art. 3 to 5
(twelve months first; who is new gets a share), art. 12 (who leaves). What the law leaves open is in `AnnualRules`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.domain.leave.amounts import HALF_DAY, plain, rounded_down
from bot.domain.leave.anniversaries import full_years, years_after
from bot.errors import Defect

YEAR_DAYS: Final = 365  # the law divides by it in leap years too (art. 5)
STATUTORY: Final = ((1, 5), (10, 10), (20, 15))  # years of service -> days
WHOLE_DAY: Final = Decimal(1)


class MidYear(StrEnum):
    """What a year gives in which service crosses 1, 10 or 20 years; the texts don't say."""

    PRORATA = "prorata"  # the days before at the old rate, the days after at the new one
    FULL_FROM_DATE = "full_from_date"  # from that day on, the new one's whole


@dataclass(frozen=True, slots=True)
class AnnualRules:
    """`tiers`: full years of service -> days a year; a company may give more, not less.

    `carry_most`: what may go on to the next year, None for all of it; it lapses after `carry_until` (month, day).
    """

    tiers: tuple[tuple[int, int], ...] = STATUTORY
    mid_year: MidYear = MidYear.PRORATA
    carry_most: Decimal | None = None
    carry_until: tuple[int, int] = (12, 31)

    def days(self, years: int) -> int:
        return max((days for needed, days in self.tiers if years >= needed), default=0)


@dataclass(frozen=True, slots=True)
class Service:
    """`began`: since when he has worked, for whomever, breaks taken out; HR has the proof, it isn't the day of hire.

    `left`: his last day here.
    """

    began: date
    joined: date
    left: date | None = None

    def years(self, on: date) -> int:
        return full_years(self.began, on)


@dataclass(frozen=True, slots=True)
class Grant:
    """So many days that are there from `since` on. `why` is for people, and names the rule."""

    since: date
    days: Decimal
    why: str


def grants(service: Service, year: int, rules: AnnualRules) -> tuple[Grant, ...]:
    """What the year gives, first on its first day (or the first one here), then at each step that service takes.

    A year's days are there from its beginning; whoever leaves during it has had too many, and keeps them (art. 12).
    """
    first, last = max(date(year, 1, 1), service.joined), date(year, 12, 31)
    if first > last or (service.left and service.left < first):
        return ()
    found, given = [], Decimal(0)
    for since in (first, *_steps(service, first, last, rules)):
        days = _total(service, first, since, rules)
        if days > given:
            found.append(Grant(since, days - given, _why(service, since, first, days, rules)))
            given = days
    return tuple(found)


def entitlement(service: Service, year: int, rules: AnnualRules) -> Decimal:
    """All that the year gives."""
    return sum((grant.days for grant in grants(service, year, rules)), Decimal(0))


def due_on_leaving(service: Service, rules: AnnualRules, taken: Decimal, full: Decimal | None = None) -> Decimal:
    """Days of the last year that are still to be paid: a share by days passed here, less what was taken.

    Never negative: who took more keeps it. `taken` is of this year's days, without those carried over; `full` what a
    whole year gives him by HR's word, where that isn't by service.
    """
    if service.left is None:
        raise Defect("whoever hasn't left is owed nothing yet")
    first = max(date(service.left.year, 1, 1), service.joined)
    yearly = Fraction(rules.days(service.years(service.left)) if full is None else full)
    passed = (service.left - first).days + 1
    return max(Decimal(0), rounded_down(passed * yearly / YEAR_DAYS - Fraction(taken), WHOLE_DAY))


def _steps(service: Service, first: date, last: date, rules: AnnualRules) -> Iterator[date]:
    """The days after `first` on which service reaches another rate."""
    for needed, _ in sorted(rules.tiers):
        reached = years_after(service.began, needed)
        if first < reached <= last:
            yield reached


def _total(service: Service, first: date, seen: date, rules: AnnualRules) -> Decimal:
    """What the year gives as it looks on `seen`: that day's rate goes on to the year's end."""
    rate = rules.days(service.years(seen))
    starts = [first]
    if rules.mid_year is MidYear.PRORATA:
        starts += _steps(service, first, seen, rules)
    if len(starts) == 1 and not _new_here(service, first):
        return Decimal(rate)
    ends = [*starts[1:], date(first.year + 1, 1, 1)]
    rates = [rate] if len(starts) == 1 else [rules.days(service.years(since)) for since in starts]
    shares = ((until - since).days * per_year for since, until, per_year in zip(starts, ends, rates, strict=True))
    unit = WHOLE_DAY if _new_here(service, first) else HALF_DAY  # art. 5: less than a day is dropped
    return rounded_down(Fraction(sum(shares), YEAR_DAYS), unit)


def _new_here(service: Service, first: date) -> bool:
    return first == service.joined and (first.month, first.day) != (1, 1)


def _why(service: Service, since: date, first: date, days: Decimal, rules: AnnualRules) -> str:
    years = service.years(since)
    full = rules.days(years)
    said = f"累计工龄满 {years} 年，全年 {full} 天"
    if days == full:
        return f"{said}（《职工带薪年休假条例》第三条）"
    if since > first:
        return f"{said}，满年前后分段折算，这一年共 {plain(days)} 天（公司规定）"
    left = (date(since.year, 12, 31) - first).days + 1
    share = f"入职后剩 {left} 天，{left}÷{YEAR_DAYS}×{full} 取整为 {plain(days)} 天"
    return f"{said}，{share}（《企业职工带薪年休假实施办法》第五条）"


def carry_until(year: int, rules: AnnualRules) -> date:
    """The last day on which what was carried over from `year` can be taken: in the next year, at most (art. 9)."""
    month, on = rules.carry_until
    return date(year + 1, month, on)


def carried(left: Decimal, rules: AnnualRules) -> Decimal:
    """How much of what is left goes on to the next year."""
    return left if rules.carry_most is None else min(left, rules.carry_most)
