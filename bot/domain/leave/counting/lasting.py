"""When a leave ends of which only the start was said: 产假 12月1号开始."""

from datetime import date, timedelta

from bot.domain.calendar.statutory import statutory_days
from bot.domain.leave.amounts import Counting
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule


def usual_end(kind: LeaveType, start: date, schedule: Schedule, *labels: str) -> date | None:
    """Its last day: the usual length, what everybody of the region gets, and extras by their labels.

    None: the type has no usual length. Raises UserError where working days can't be counted yet.
    """
    if kind.lasts is None:
        return None
    walk = _Walk(kind, schedule)
    end = walk.on(start - timedelta(days=1), kind.lasts)
    for extra in kind.extras:
        if extra.always or extra.label in labels:
            end = walk.on(months_after(end, extra.months), extra.days, postponed=extra.postponed)
    if kind.counting is Counting.WORKING:
        schedule.ensure_settled(start, end)
    return end


class _Walk:
    def __init__(self, kind: LeaveType, schedule: Schedule) -> None:
        self._working = kind.counting is Counting.WORKING
        self._schedule = schedule

    def on(self, end: date, days: int, *, postponed: bool = False) -> date:
        while days:
            end += timedelta(days=1)
            days -= self._counts(end, postponed=postponed)
        return end

    def _counts(self, on: date, *, postponed: bool) -> bool:
        if postponed and on in statutory_days(on.year):
            return False
        return not self._working or self._schedule.is_worked(on)
