"""The monthly round in which keepers look through their groups (D7§5): when it begins, how long they may take."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.approvals.pace import Pace
from bot.domain.calendar.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Grooming:
    """All are working days, by the calendar: of the month, since the opening, and before the end. `clean_workday`: of
    the month, on which is asked about groups that nobody seems to need, 0: never; `idle_days`: for how long they were
    quiet."""

    workday: int = 1
    overdue_after: int = 5
    remind_before: int = 1
    active: bool = True
    clean_workday: int = 3
    idle_days: int = 90

    def begins_on(self, day: date, calendar: Calendar) -> bool:
        return self.active and calendar.nth_workday(day.year, day.month, self.workday) == day

    def cleans_on(self, day: date, calendar: Calendar) -> bool:
        return self.clean_workday > 0 and calendar.nth_workday(day.year, day.month, self.clean_workday) == day

    def due_at(self, opened_at: datetime, pace: Pace) -> datetime:
        """The end of work on the last day."""
        return pace.shift.ends(pace.calendar.add_workdays(opened_at.date(), self.overdue_after), opened_at.tzinfo)

    def reminds_on(self, due: date, calendar: Calendar) -> date:
        return calendar.add_workdays(due, -self.remind_before) if self.remind_before else due
