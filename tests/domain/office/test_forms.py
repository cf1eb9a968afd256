"""A leave as a form of WeCom's says it."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import LeaveRequest, When, bounds
from bot.domain.leave.working_time.schedule import Schedule
from bot.domain.office.forms import Stretch, stretch_of
from bot.identifiers import UserId

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = 1795363200  # 2026-11-23 00:00
DAY, HALF = 86_400, 43_200
SCHEDULE = Schedule()


def stretch(when: When, counting: Counting = Counting.WORKING) -> Stretch | None:
    begins, ends = bounds(when, SCHEDULE, ZONE)
    now = datetime(2026, 11, 22, tzinfo=ZONE)
    leave = LeaveRequest("QJ-1", UserId("a"), "年假", when, Decimal(1), begins, ends, now)
    return stretch_of(leave, counting, SCHEDULE, ZONE)


@pytest.mark.parametrize(
    ("halves", "begin", "end", "seconds"),
    [
        ((None, None), MONDAY, MONDAY + DAY + HALF, 2 * DAY),
        ((Half.PM, None), MONDAY + HALF, MONDAY + DAY + HALF, DAY + HALF),
        ((None, Half.AM), MONDAY, MONDAY + DAY, DAY + HALF),
        ((Half.PM, Half.AM), MONDAY + HALF, MONDAY + DAY, DAY),
    ],
)
def test_noon_at_the_end_is_the_afternoon(
    halves: tuple[Half | None, Half | None], begin: int, end: int, seconds: int
) -> None:
    found = stretch(Span(date(2026, 11, 23), date(2026, 11, 24), *halves))
    assert found
    assert (found.halves, found.duration) == ((begin, end), seconds)


def test_a_weekend_counts_where_the_type_counts_it() -> None:
    when = Span(date(2026, 11, 27), date(2026, 11, 30))  # Friday to Monday
    working, calendar = stretch(when), stretch(when, Counting.CALENDAR)
    assert working
    assert working.days == ((MONDAY + 4 * DAY, DAY), (MONDAY + 7 * DAY, DAY))
    assert calendar
    assert calendar.duration == 4 * DAY
    assert working.clock[2] == calendar.clock[2] == 2 * 8 * 3600


def test_by_the_clock_without_the_lunch_break() -> None:
    start, end = (datetime(2026, 11, 23, hour, tzinfo=ZONE) for hour in (11, 14))
    found = stretch(TimeSpan(start, end))
    assert found
    assert (found.halves, found.days) == (None, ())
    assert found.clock == (MONDAY + 11 * 3600, MONDAY + 14 * 3600, 5400)


def test_an_hour_of_every_day_can_not_be_said() -> None:
    assert stretch(Daily(date(2026, 11, 23), date(2027, 3, 31), 60, ShiftEdge.END)) is None
