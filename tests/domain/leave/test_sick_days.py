"""What a sick leave took of some days: for 医疗期 and for pay."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.sick_days import SickDays, sick_days
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId

ZONE = ZoneInfo("Asia/Shanghai")
FRIDAY, TUESDAY = date(2026, 11, 27), date(2026, 12, 1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


SICK = LeaveRequest(
    number="QJ-20261122-001",
    user=UserId("zhangsan"),
    type="病假",
    when=Span(FRIDAY, TUESDAY),
    amount=Decimal(3),
    begins=at(FRIDAY, 8, 30),
    ends=at(TUESDAY, 17, 30),
    submitted_at=at(FRIDAY, 8),
    state=LeaveState.ENDED,
)


def counted(leave: LeaveRequest, first: date, last: date, counting: Counting = Counting.WORKING) -> SickDays | None:
    return sick_days(leave, counting, Schedule(), first, last)


def days(calendar: str, working: str) -> SickDays:
    return SickDays(Decimal(calendar), Decimal(working))


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (FRIDAY, TUESDAY, days("5", "3")),
        (date(2026, 11, 1), date(2026, 11, 30), days("4", "2")),
        (date(2026, 12, 1), date(2026, 12, 31), days("1", "1")),
        (date(2026, 11, 28), date(2026, 11, 29), days("2", "0")),
        (date(2026, 12, 2), date(2026, 12, 31), None),
    ],
)
def test_what_lies_within(first: date, last: date, found: SickDays | None) -> None:
    assert counted(SICK, first, last) == found


def test_halves() -> None:
    half = replace(SICK, when=Span(FRIDAY, TUESDAY, Half.PM, Half.AM), amount=Decimal(2))
    assert counted(half, FRIDAY, date(2026, 11, 30)) == days("3.5", "1.5")
    assert counted(half, FRIDAY, TUESDAY) == days("4", "2")


def test_who_came_back_early() -> None:
    back = replace(SICK, returned_on=date(2026, 11, 30), ends=at(FRIDAY, 17, 30), unused=Decimal(2))
    assert counted(back, FRIDAY, TUESDAY) == days("1", "1")


def test_over_the_turn_of_a_year() -> None:
    over = replace(SICK, when=Span(date(2026, 12, 30), date(2027, 1, 4)), amount=Decimal(3))
    assert counted(over, date(2026, 12, 1), date(2027, 1, 31)) == days("6", "3")


def test_by_the_clock_it_is_worth_what_was_agreed_to() -> None:
    hours = TimeSpan(at(FRIDAY, 14), at(FRIDAY, 16))
    visit = replace(SICK, when=hours, begins=hours.start, ends=hours.end, amount=Decimal("0.25"))
    assert counted(visit, FRIDAY, FRIDAY) == days("0.5", "0.25")


@pytest.mark.parametrize("state", [state for state in LeaveState if state.is_off or state is LeaveState.PENDING])
def test_what_was_not_agreed_to_is_none(state: LeaveState) -> None:
    assert counted(replace(SICK, state=state), FRIDAY, TUESDAY) is None


def test_other_leave_is_none() -> None:
    assert counted(replace(SICK, type="事假"), FRIDAY, TUESDAY) is None
