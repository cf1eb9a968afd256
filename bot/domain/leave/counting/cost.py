"""What a leave costs, in the type's own counting, day by day; rounded up to the type's unit, and saying so.

职工带薪年休假条例 art. 3: rest days and holidays are not counted. 女职工劳动保护特别规定 art. 7: days as they come.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import HALF_DAY, Counting, plain, rounded_up
from bot.domain.leave.counting.empty import nothing_to_take
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule, days_between

HALF_HOUR: Final = Decimal("0.5")
HUNDREDTH: Final = Decimal("0.01")
HOUR: Final = 60  # minutes


@dataclass(frozen=True, slots=True)
class Portion:
    """What one day of it costs. A shift over midnight is its first day's."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """`amount` is the sum of `portions`. `rounding`: `实际 0.83 小时，按 0.5 小时取整算 1 小时`, or empty.

    `days` are working days to two digits, None where nobody counts them (by the calendar); so are `hours`, in half
    hours. `provisional`: a year that isn't published is in it. `clocked`: the hours of what is counted in days and
    asked for by the clock.
    """

    counting: Counting
    amount: Decimal
    portions: tuple[Portion, ...]
    calendar_days: int
    rounding: str = ""
    days: Decimal | None = None
    hours: Decimal | None = None
    provisional: bool = False
    clocked: Decimal | None = None

    @property
    def by_year(self) -> Mapping[int, Decimal]:
        """Each year has its own ledger (企业职工带薪年休假实施办法 art. 18)."""
        years = groupby(self.portions, lambda portion: portion.on.year)
        return MappingProxyType({year: _sum(each.amount for each in group) for year, group in years})

    @property
    def said(self) -> str:
        """`0.5 天`, `98 天（自然日）`, `8 小时`; nobody thinks of an hour and a half as of 0.19 天."""
        if self.clocked is not None and self.amount % HALF_DAY:
            return Counting.HOURS.said(self.clocked)
        note = "（自然日）" if self.counting is Counting.CALENDAR else ""
        return self.counting.said(self.amount) + note


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
    portions = _portions(kind, worked, by_the_clock=isinstance(when, TimeSpan))
    amount = _sum(portion.amount for portion in portions)
    in_hours = kind.counting is Counting.HOURS
    return Counted(
        kind.counting,
        amount,
        portions,
        calendar_days=(last - first).days + 1,
        rounding=_rounding(kind, worked, amount, by_the_clock=isinstance(when, TimeSpan)),
        days=_two_digits(sum((each.share for each in worked), Fraction(0))),
        hours=amount if in_hours else rounded_up(Fraction(minutes, HOUR), HALF_HOUR),
        provisional=schedule.is_provisional(first, last),
        clocked=_clocked(kind, when, minutes),
    )


def amount_said(kind: LeaveType, amount: Decimal, shift: Shift) -> str:
    """Of one that was counted before: in hours where it isn't so many half days."""
    if kind.hour_unit is None or not amount % HALF_DAY:
        return kind.counting.said(amount)
    hours = Fraction(amount) * Fraction(shift.minutes, HOUR) / Fraction(kind.hour_unit)
    return Counting.HOURS.said(round(hours) * kind.hour_unit)


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
    off, half = schedule.half_off(on), half_of(when, on) if isinstance(when, Span) else None
    if off and half is off:
        return None
    half = half or (off and off.other)
    zone = None if isinstance(when, Span) else when.start.tzinfo
    since, until = shift.half(half, on, zone) if half else (shift.begins(on, zone), shift.ends(on, zone))
    if isinstance(when, TimeSpan):
        since, until, half = max(since, when.start), min(until, when.end), None
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
    portions = _spread(costs, lambda total: rounded_up(total, kind.unit))
    return Counted(kind.counting, _sum(each.amount for each in portions), portions, (last - first).days + 1)


def _portions(kind: LeaveType, worked: Sequence[_Worked], *, by_the_clock: bool) -> tuple[Portion, ...]:
    if kind.counting is Counting.HOURS:
        hours = [(each.on, Fraction(each.minutes, HOUR)) for each in worked]
        return _spread(hours, lambda total: rounded_up(total, kind.unit))
    shares = [(each.on, each.share) for each in worked]
    if not by_the_clock or kind.hour_unit is None:
        return _spread(shares, lambda total: rounded_up(total, kind.unit))
    hours_in = Fraction(sum(each.minutes for each in worked), HOUR)
    longer = Fraction(rounded_up(hours_in, kind.hour_unit)) / hours_in
    return _spread(shares, lambda total: rounded_up(total * longer, HUNDREDTH))


def _spread(costs: Sequence[tuple[date, Fraction]], rounded: Callable[[Fraction], Decimal]) -> tuple[Portion, ...]:
    """Each year by itself, since each has its own ledger; what rounding adds falls on the year's last day."""
    portions: list[Portion] = []
    for _, group in groupby(costs, lambda cost: cost[0].year):
        days = list(group)
        left = rounded(sum((cost for _, cost in days), Fraction(0)))
        for on, cost in days[:-1]:
            portions.append(Portion(on, min(left, _two_digits(cost))))
            left -= portions[-1].amount
        portions.append(Portion(days[-1][0], left))
    return tuple(portions)


def _clocked(kind: LeaveType, when: Span | TimeSpan, minutes: int) -> Decimal | None:
    if kind.hour_unit is None or kind.counting is Counting.HOURS or not isinstance(when, TimeSpan):
        return None
    return rounded_up(Fraction(minutes, HOUR), kind.hour_unit)


def _rounding(kind: LeaveType, worked: Sequence[_Worked], amount: Decimal, *, by_the_clock: bool) -> str:
    hours = Fraction(sum(each.minutes for each in worked), HOUR)
    if kind.counting is Counting.HOURS:
        return _rounded_said(Counting.HOURS, hours, kind.unit, amount)
    if by_the_clock and kind.hour_unit is not None:
        return _rounded_said(Counting.HOURS, hours, kind.hour_unit, rounded_up(hours, kind.hour_unit))
    return _rounded_said(kind.counting, sum((each.share for each in worked), Fraction(0)), kind.unit, amount)


def _rounded_said(counting: Counting, exact: Fraction, unit: Decimal, amount: Decimal) -> str:
    if exact == Fraction(amount):
        return ""
    said = counting.said
    return f"实际 {said(_two_digits(exact))}，按 {said(unit)}取整算 {said(amount)}"


def _two_digits(amount: Fraction) -> Decimal:
    return Decimal(plain(round(Decimal(amount.numerator) / amount.denominator, 2)))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
