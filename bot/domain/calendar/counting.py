"""How much a stretch of time off costs: working days, calendar days, hours. Rounded up, never down."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half, Span, TimeSpan

UNIT_MINUTES: Final = 30  # what hours are rounded up to


@dataclass(frozen=True, slots=True)
class Cost:
    """`days` are working days, in steps of 0.5 (by the clock: hours in shares of the shift, to two digits).

    `worked` are the days of it on which the person would have worked. `provisional`: an unpublished year is in it.
    """

    days: float
    calendar_days: int
    hours: float
    worked: tuple[date, ...] = ()
    provisional: bool = False


def cost(span: Span | TimeSpan, calendar: Calendar, shift: Shift) -> Cost:
    """Raises UserError where a year's arrangement must be known first (Calendar.ensure_settled)."""
    first, last = _shift_dates(span, shift)
    if not shift.rostered:
        calendar.ensure_settled(first, last)
    worked = tuple(each for each in _days(first, last) if shift.rostered or calendar.is_workday(each))
    provisional = not shift.rostered and calendar.is_provisional(first, last)
    calendar_days = (last - first).days + 1
    if isinstance(span, Span):
        halves = sum(_halves(span, each) for each in worked)
        return Cost(halves / 2, calendar_days, halves * shift.minutes / 120, worked, provisional)
    minutes = sum(_overlap(span, each, shift) for each in worked)
    rounded = math.ceil(minutes / UNIT_MINUTES) * UNIT_MINUTES
    share = round(min(rounded / shift.minutes, len(worked)), 2)
    return Cost(share, calendar_days, rounded / 60, worked, provisional)


def by_year(span: Span) -> tuple[Span, ...]:
    """One for each calendar year it touches: each year has its own ledger (年休假条例实施办法 art. 18)."""
    parts = []
    for year in range(span.start.year, span.end.year + 1):
        start, end = max(span.start, date(year, 1, 1)), min(span.end, date(year, 12, 31))
        first, last = start == span.start, end == span.end
        parts.append(Span(start, end, span.start_half if first else None, span.end_half if last else None))
    return tuple(parts)


def _shift_dates(span: Span | TimeSpan, shift: Shift) -> tuple[date, date]:
    if isinstance(span, Span):
        return span.start, span.end
    return shift.date_of(span.start), shift.date_of(span.end - timedelta(minutes=1))


def _halves(span: Span, on: date) -> int:
    lost = (on == span.start and span.start_half is Half.PM) + (on == span.end and span.end_half is Half.AM)
    return 2 - lost


def _overlap(span: TimeSpan, on: date, shift: Shift) -> int:
    """Minutes of this day's shift that lie in the span."""
    pieces = ((max(a, span.start), min(b, span.end)) for a, b in shift.hours(on, span.start.tzinfo))
    return sum(max(0, int((last - first).total_seconds()) // 60) for first, last in pieces)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
