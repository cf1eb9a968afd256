"""What a sick leave took of some days, counted twice: calendar days for 医疗期, working days for pay."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.amounts import NOTHING, Counting
from bot.domain.leave.counting.cost import half_of
from bot.domain.leave.counting.sick import calendar_days, days_of
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.returning import common, lasted
from bot.domain.leave.working_time.schedule import Schedule, days_between

SICK: Final = "病假"
TAKEN: Final = frozenset({LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED})


@dataclass(frozen=True, slots=True)
class SickDays:
    """`calendar` days of protected time, `working` days for which wages of illness are paid."""

    calendar: Decimal
    working: Decimal


def taken(leave: LeaveRequest, schedule: Schedule) -> Span | None:
    """What it took in the end, in days; None: nothing, or it wasn't taken in one piece."""
    if isinstance(leave.when, Span):
        return lasted(leave, leave.when, schedule)
    if isinstance(leave.when, TimeSpan) and leave.ends > leave.begins:
        return days_of(TimeSpan(leave.when.start, min(leave.when.end, leave.ends)), schedule)
    return None


def sick_days(leave: LeaveRequest, counting: Counting, schedule: Schedule, first: date, last: date) -> SickDays | None:
    """Of these days, both included; None where it is no sick leave, wasn't agreed to, or took nothing of them.

    `counting`: of its type. What lies within the days as a whole has the amount that was agreed to.
    """
    span = taken(leave, schedule) if leave.type == SICK and leave.state in TAKEN else None
    part = common(span, Span(first, last)) if span else None
    if part is None:
        return None
    whole = part == span and counting is Counting.WORKING
    years = range(part.start.year, part.end.year + 1)
    calendar = sum((calendar_days([part], year) for year in years), NOTHING)
    return SickDays(calendar, leave.amount - leave.unused if whole else _worked(part, schedule))


def _worked(span: Span, schedule: Schedule) -> Decimal:
    worked = (day for day in days_between(span.start, span.end) if schedule.is_worked(day))
    return sum((Decimal("0.5") if half_of(span, day) else Decimal(1) for day in worked), NOTHING)
