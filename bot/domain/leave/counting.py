"""What a leave costs, in the type's own counting, day by day; rounded up to the type's unit, and saying so.

职工带薪年休假条例 art. 3: rest days and holidays are not counted. 女职工劳动保护特别规定 art. 7: days as they come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting, plain, rounded_up
from bot.domain.leave.empty import nothing_to_take
from bot.domain.leave.schedule import Schedule, days_between
from bot.domain.leave.types import LeaveType

HALF_HOUR: Final = Decimal("0.5")
HOUR: Final = 60  # minutes


@dataclass(frozen=True, slots=True)
class Portion:
    """What one day of it costs. A shift over midnight is its first day's."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """`amount` is the sum of `portions`. `exact`: before it was rounded up to `unit`.

    `days` are working days to two digits, None where nobody counts them (by the calendar); so are `hours`, in half
    hours. `provisional`: a year that isn't published is in it.
    """

    counting: Counting
    amount: Decimal
    exact: Fraction
    unit: Decimal
    portions: tuple[Portion, ...]
    calendar_days: int
    days: Decimal | None = None
    hours: Decimal | None = None
    provisional: bool = False

    @property
    def by_year(self) -> Mapping[int, Decimal]:
        """Each year has its own ledger (企业职工带薪年休假实施办法 art. 18)."""
        years = groupby(self.portions, lambda portion: portion.on.year)
        return MappingProxyType({year: _sum(each.amount for each in group) for year, group in years})

    @property
    def said(self) -> str:
        """`0.5 天`, `98 天（自然日）`, `8 小时`"""
        note = "（自然日）" if self.counting is Counting.CALENDAR else ""
        return self.counting.said(self.amount) + note

    @property
    def rounding(self) -> str:
        """`实际 0.83 小时，按 0.5 小时取整算 1 小时`; empty where nothing was rounded."""
        if self.exact == Fraction(self.amount):
            return ""
        exact, unit = self.counting.said(_two_digits(self.exact)), self.counting.said(self.unit)
        return f"实际 {exact}，按 {unit}取整算 {self.counting.said(self.amount)}"


def count(kind: LeaveType, when: Span | TimeSpan, schedule: Schedule, today: date) -> Counted:
    """Raises UserError: nothing of it would be worked (E_NO_WORKDAY), or a year must be known first."""
    if kind.counting is Counting.CALENDAR:
        return _by_calendar(kind, when, schedule)
    first, last = shift_dates(when, schedule)
    schedule.ensure_settled(first, last)
    worked = _worked(when, schedule, first, last)
    minutes = sum(each.minutes for each in worked)
    if not minutes:
        raise nothing_to_take(when, schedule, today)
    in_hours = kind.counting is Counting.HOURS
    costs = [(each.on, Fraction(each.minutes, HOUR) if in_hours else each.share) for each in worked]
    return replace(
        _rounded(kind, costs),
        calendar_days=(last - first).days + 1,
        days=_two_digits(sum((each.share for each in worked), Fraction(0))),
        hours=rounded_up(Fraction(minutes, HOUR), HALF_HOUR),
        provisional=schedule.is_provisional(first, last),
    )


def shift_dates(when: Span | TimeSpan, schedule: Schedule) -> tuple[date, date]:
    """The days whose shifts it touches, first and last."""
    if isinstance(when, Span):
        return when.start, when.end
    return schedule.date_of(when.start), schedule.date_of(when.end - timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class _Worked:
    """A day of which something is lost: so many minutes, and their share of the shift."""

    on: date
    minutes: int
    share: Fraction


def _worked(when: Span | TimeSpan, schedule: Schedule, first: date, last: date) -> list[_Worked]:
    found = (_lost(when, each, schedule) for each in days_between(first, last))
    return [each for each in found if each is not None]


def _lost(when: Span | TimeSpan, on: date, schedule: Schedule) -> _Worked | None:
    shift = schedule.shift_on(on)
    if shift is None:
        return None
    zone = None if isinstance(when, Span) else when.start.tzinfo
    since, until = shift.begins(on, zone), shift.ends(on, zone)
    half = None
    if isinstance(when, TimeSpan):
        since, until = max(since, when.start), min(until, when.end)
    elif half := half_of(when, on):
        since, until = shift.half(half, on, zone)
    pieces = ((max(begin, since), min(end, until)) for begin, end in shift.hours(on, zone))
    minutes = sum(max(0, int((end - begin).total_seconds()) // 60) for begin, end in pieces)
    # Half a day is half, though the morning is shorter than the afternoon.
    return _Worked(on, minutes, Fraction(1, 2) if half else Fraction(minutes, shift.minutes)) if minutes else None


def half_of(when: Span, on: date) -> Half | None:
    """Which half of this day it takes, None for the whole."""
    if on == when.start and when.start_half is Half.PM:
        return Half.PM
    return Half.AM if on == when.end and when.end_half is Half.AM else None


def _by_calendar(kind: LeaveType, when: Span | TimeSpan, schedule: Schedule) -> Counted:
    first, last = shift_dates(when, schedule)
    halves = {each for each in (first, last) if isinstance(when, Span) and half_of(when, each)}
    costs = [(each, Fraction(1, 2) if each in halves else Fraction(1)) for each in days_between(first, last)]
    return replace(_rounded(kind, costs), calendar_days=(last - first).days + 1)


def _rounded(kind: LeaveType, costs: Sequence[tuple[date, Fraction]]) -> Counted:
    """Each year by itself, since each has its own ledger; what rounding adds falls on the year's last day."""
    portions: list[Portion] = []
    for _, group in groupby(costs, lambda cost: cost[0].year):
        days = list(group)
        left = rounded_up(sum((cost for _, cost in days), Fraction(0)), kind.unit)
        for on, cost in days[:-1]:
            portions.append(Portion(on, min(left, _two_digits(cost))))
            left -= portions[-1].amount
        portions.append(Portion(days[-1][0], left))
    exact = sum((cost for _, cost in costs), Fraction(0))
    amount = _sum(portion.amount for portion in portions)
    return Counted(kind.counting, amount, exact, kind.unit, tuple(portions), calendar_days=0)


def _two_digits(amount: Fraction) -> Decimal:
    return Decimal(plain(round(Decimal(amount.numerator) / amount.denominator, 2)))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
