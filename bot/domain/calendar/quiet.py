"""When nobody is disturbed by what can wait: 21:00 to 08:00, and days of rest (D5§9, D11§6)."""

from datetime import datetime, time
from typing import Final

from bot.domain.calendar.calendar import Calendar

BEGINS: Final = time(21)
ENDS: Final = time(8)


def is_quiet(moment: datetime, calendar: Calendar) -> bool:
    """`moment` is of the company's time zone."""
    return not (ENDS <= moment.time() < BEGINS and calendar.is_workday(moment.date()))


def after_quiet(moment: datetime, calendar: Calendar) -> datetime:
    """That moment, or the first one after it at which people may be disturbed."""
    if not is_quiet(moment, calendar):
        return moment
    day = moment.date()
    if not calendar.is_workday(day) or moment.time() >= BEGINS:
        day = calendar.next_workday(day)
    return datetime.combine(day, ENDS, moment.tzinfo)
