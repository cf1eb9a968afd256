"""Until when what somebody has can be taken, and when he is reminded of it: what the law leaves to the company."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar.calendar import Calendar


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """`in_lieu_months`: how long hours of overtime can be taken, None for ever. `remind_on`: (month, day), the next
    day of work where that is none. `remind_ahead`: days before something else ends."""

    in_lieu_months: int | None = None
    remind_on: tuple[tuple[int, int], ...] = ((10, 1), (12, 1))
    remind_ahead: int = 14

    def reminds(self, today: date, calendar: Calendar) -> bool:
        """Of the year's leave, once for each day that is written down."""
        if not calendar.is_workday(today):
            return False
        wanted = (date(today.year, month, day) for month, day in self.remind_on)
        return any(first_workday(each, calendar) == today for each in wanted)


def first_workday(on: date, calendar: Calendar) -> date:
    """That day, or the next one that is worked."""
    while not calendar.is_workday(on):
        on += timedelta(days=1)
    return on


def days_of(written: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """`10-01` as month and day. Raises ValueError."""
    found = []
    for each in written:
        month, _, day = each.partition("-")
        on = date(2025, int(month), int(day))  # no leap year: a day that comes every year
        found.append((on.month, on.day))
    return tuple(found)
