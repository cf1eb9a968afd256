"""Leaves as events of a calendar: whole days as days, anything less by the clock."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.files.ics import Event

HOST: Final = "qunwu"  # behind the number in an event's id
_SHOWN: Final = frozenset({LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED, LeaveState.CANCELLED})
_MINUTE: Final = timedelta(minutes=1)


def events_of(leaves: Iterable[LeaveRequest], schedule: Schedule, name: str = "") -> Iterator[Event]:
    """Those of one person that were agreed to, in their order; `name`: what each is called, else by its kind.

    What was called off after that stays among them, so that it goes from every calendar that has it.
    """
    for each in leaves:
        if each.state in _SHOWN:
            yield from _events(each, schedule, name or each.type)


def _events(leave: LeaveRequest, schedule: Schedule, summary: str) -> Iterator[Event]:
    off = leave.state is LeaveState.CANCELLED or leave.begins >= leave.ends
    if isinstance(leave.when, Daily):
        yield from _daily(leave, leave.when, schedule, summary, off=off)
        return
    days = _whole_days(leave, schedule)
    start, end = days or (leave.begins, max(leave.begins, leave.ends))
    yield Event(f"{leave.number}@{HOST}", leave.version, start, end, summary, off, leave.provisional)


def _whole_days(leave: LeaveRequest, schedule: Schedule) -> tuple[date, date] | None:
    """First and last day; None where it begins or ends within one."""
    when = leave.when
    if not isinstance(when, Span) or when.start_half or when.end_half or leave.begins >= leave.ends:
        return None
    last = schedule.date_of(leave.ends - _MINUTE)
    shift = schedule.shift_on(last)
    within = leave.returned_on is not None and shift is not None and shift.ends(last, leave.ends.tzinfo) != leave.ends
    return None if within else (when.start, last)


def _daily(leave: LeaveRequest, when: Daily, schedule: Schedule, summary: str, *, off: bool) -> Iterator[Event]:
    """One for each day of work; what lies behind an early end is called off."""
    for day in days_between(when.start, when.until):
        hours: TimeSpan | None = when.on(day, schedule, leave.begins.tzinfo)
        if hours is not None:
            uid = f"{leave.number}-{day:%Y%m%d}@{HOST}"
            gone = off or hours.start >= leave.ends
            yield Event(uid, leave.version, hours.start, hours.end, summary, gone, leave.provisional)
