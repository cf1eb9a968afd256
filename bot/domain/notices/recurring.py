"""When something that comes again falls due, by the company's calendar.

Its strings are the contract's (`bot.when.results.recurrence` lists them). A day of rest is dealt with by the notice's
rule; two that come to lie on one day are one. Years of which nobody knows the days off yet are worked out by the law
alone: such a day is provisional, and worked out anew once they are known.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar, last_of_month
from bot.domain.calendar.statutory import HOLIDAYS
from bot.domain.notices.on_holiday import OnHoliday
from bot.errors import Defect

LOOKS_BACK: Final = 31  # days: what fell in a long holiday may have moved to after it
LOOKS_AHEAD: Final = 800  # days: once a year, and that one left out
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
QUARTERS: Final = (1, 4, 7, 10)

Falls = Callable[[date, Calendar], bool]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`at`: when it is due. `day`: on which day it would be without days of rest. `provisional`: that may change."""

    at: datetime
    day: date
    provisional: bool = False


def next_occurrence(
    recurrence: str, on_holiday: OnHoliday, after: datetime, calendar: Calendar, *, before: datetime | None = None
) -> Occurrence | None:
    """The first that is due later than `after`; None: there is none, or none before `before`."""
    for each in occurrences(recurrence, on_holiday, after, calendar):
        return each if before is None or each.at < before else None
    return None


def occurrences(recurrence: str, on_holiday: OnHoliday, after: datetime, calendar: Calendar) -> Iterator[Occurrence]:
    """All that are due later than `after` within two years, in order, one a day at most."""
    every, on, at = _parts(recurrence)
    falls = _falls(every, on)
    last: date | None = None
    for number in range(-LOOKS_BACK, LOOKS_AHEAD):
        day = after.date() + timedelta(days=number)
        if not falls(day, calendar):
            continue
        moved = _moved(day, on_holiday, calendar, ahead=_is_ahead(every, on))
        if moved is None or moved == last:
            continue
        last, due = moved, datetime.combine(moved, at, after.tzinfo)
        if due.timestamp() > after.timestamp():  # what clocks show comes twice in one night a year
            yield Occurrence(due, day, calendar.is_provisional(min(day, moved), max(day, moved)))


def time_of(recurrence: str) -> time:
    return _parts(recurrence)[2]


def _parts(recurrence: str) -> tuple[str, str, time]:
    every, *on, at = recurrence.split(";")
    return every, on[0] if on else "", time.fromisoformat(at)


def _is_ahead(every: str, on: str) -> bool:
    """节前3天: it is of no use any more once the holiday has begun."""
    return every == "HOLIDAY" and on.startswith("-")


def _moved(day: date, on_holiday: OnHoliday, calendar: Calendar, *, ahead: bool) -> date | None:
    if calendar.is_workday(day) or on_holiday is OnHoliday.STAY:
        return day
    match on_holiday:
        case OnHoliday.SKIP:
            return None
        case OnHoliday.NEXT_WORKDAY if not ahead:
            return calendar.next_workday(day)
    return calendar.previous_workday(day)


def _falls(every: str, on: str) -> Falls:
    """Whether it falls on a day, before days of rest are looked at."""
    match every:
        case "DAILY":
            return lambda day, calendar: True
        case "WORKDAYS":
            return lambda day, calendar: calendar.is_workday(day)
        case "WEEKLY":
            days = {WEEKDAYS.index(each) for each in on.split(",")}
            return lambda day, calendar: day.weekday() in days
        case "MONTHLY":
            return lambda day, calendar: _is_in_month(day, on, calendar)
        case "QUARTERLY":
            return lambda day, calendar: _is_in_quarter(day, on, calendar)
        case "YEARLY":
            return lambda day, calendar: f"{day:%m-%d}" == on
        case "HOLIDAY":
            return lambda day, calendar: _is_around_holiday(day, int(on), calendar)
    raise Defect(f"{every}: nobody knows how often that is")


def _is_in_month(day: date, on: str, calendar: Calendar) -> bool:
    if on == "LAST_DAY":
        return day == last_of_month(day.year, day.month)
    if number := _workday_number(on):
        return day == calendar.nth_workday(day.year, day.month, number)
    if on[:2] in WEEKDAYS:
        return day.weekday() == WEEKDAYS.index(on[:2]) and _is_nth(day, int(on[2:]))
    return day.day in {int(each) for each in on.split(",")}


def _is_in_quarter(day: date, on: str, calendar: Calendar) -> bool:
    """What is counted from the front is of its first month, what is counted from the end of its last."""
    from_the_end = on in ("LAST_DAY", "LAST_WORKDAY") or "-" in on
    months = [month + 2 for month in QUARTERS] if from_the_end else QUARTERS
    return day.month in months and _is_in_month(day, on, calendar)


def _workday_number(on: str) -> int | None:
    named = {"FIRST_WORKDAY": 1, "LAST_WORKDAY": -1}
    return named.get(on) or (int(on.removeprefix("WORKDAY")) if on.startswith("WORKDAY") else None)


def _is_nth(day: date, number: int) -> bool:
    """Of its weekday within the month, from the front or, if negative, from the end."""
    if number > 0:
        return (day.day - 1) // 7 + 1 == number
    return (last_of_month(day.year, day.month).day - day.day) // 7 + 1 == -number


def _is_around_holiday(day: date, number: int, calendar: Calendar) -> bool:
    """So many days before the first day off, or after the last one."""
    edge = day - timedelta(days=number)
    return any(
        edge == (found[0] if number < 0 else found[1])
        for year in {edge.year, edge.year + 1, edge.year - 1}
        for name in HOLIDAYS
        if (found := calendar.holiday(name, year))
    )
