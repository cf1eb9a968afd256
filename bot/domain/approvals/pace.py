"""When somebody is reminded, when the next in line is asked, when a request lapses. Office hours, not midnight."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.calendar import FARTHEST, Calendar
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.errors import Defect

HOUR: Final = 60  # minutes


@dataclass(frozen=True)
class Pace:
    """Times of work in minutes, by the calendar and the usual shift; days are days.

    Defaults: a reminder after four hours, the next in line after a working day, lapsed after a week.
    """

    remind_after: int = 4 * HOUR
    escalate_after: int = DAY_SHIFT.minutes
    lapses_after: timedelta = timedelta(days=7)
    shift: Shift = DAY_SHIFT
    calendar: Calendar = field(default_factory=Calendar)

    def remind_at(self, since: datetime) -> datetime:
        return working_moment(since, self.remind_after, self.calendar, self.shift)

    def escalate_at(self, since: datetime) -> datetime:
        return working_moment(since, self.escalate_after, self.calendar, self.shift)


def working_moment(since: datetime, minutes: int, calendar: Calendar, shift: Shift) -> datetime:
    """When so many minutes have been worked since then."""
    left = timedelta(minutes=minutes)
    day = shift.date_of(since)
    for _ in range(FARTHEST):
        if calendar.is_workday(day):
            for begin, end in shift.hours(day, since.tzinfo):
                begin = max(begin, since)
                if end - begin >= left:
                    return begin + left
                left -= max(end - begin, timedelta(0))
        day += timedelta(days=1)
    raise Defect("the calendar has no working days")
