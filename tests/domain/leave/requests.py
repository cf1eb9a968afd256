"""Short ways to write requests in tests."""

from datetime import datetime, timedelta, timezone

from bot.domain.leave.counting.cost import count
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, bounds
from bot.domain.leave.types.catalogue import leave_types
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId
from tests.domain.calendar.days import span

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=CHINA)
TYPES = leave_types()
OFFICE = Schedule()


def at(text: str) -> datetime:
    """`11-23 15:00` of 2026"""
    return datetime.fromisoformat(f"2026-{text}:00").replace(tzinfo=CHINA)


def ask(
    text: str,
    kind: str = "年假",
    number: str = "QJ-1",
    *,
    state: LeaveState = LeaveState.PENDING,
    on: Schedule = OFFICE,
) -> LeaveRequest:
    """`11-23/11-25AM`; times of day are China's."""
    when = span(text)
    if "T" in text:
        when = span(f"{text.replace('/', '+08:00/')}+08:00")
    counted = count(TYPES[kind], when, on, NOW.date())
    begins, ends = bounds(when, on, CHINA)
    return LeaveRequest(number, UserId("zhangsan"), kind, when, counted.amount, begins, ends, NOW, state)
