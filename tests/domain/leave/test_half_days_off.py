"""Half a day that the company gives off costs nobody leave; half a day that some people have off is HR's to look at."""

from datetime import datetime
from decimal import Decimal

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.own_days import Own, OwnDay, with_own
from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.counting.cost import count
from bot.domain.leave.requests.checks import Point, Wish, remarks
from bot.domain.leave.requests.request import bounds
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d
from tests.domain.leave.requests import NOW, TYPES

EVE = d("2026-12-31")
OWN = with_own(Calendar(), [OwnDay(EVE, Own.AFTERNOON_OFF, "跨年")])
SCHEDULE = Schedule(OWN)
TODAY = NOW.date()


def amount(when: Span | TimeSpan, kind: str = "年假") -> Decimal:
    return count(TYPES[kind], when, SCHEDULE, TODAY).amount


def test_the_afternoon_off_is_not_taken_from_anybody() -> None:
    assert amount(Span(EVE, EVE)) == Decimal("0.5")
    assert amount(Span(EVE, EVE, Half.AM, Half.AM)) == Decimal("0.5")
    assert amount(Span(d("2026-12-30"), EVE)) == Decimal("1.5")
    assert amount(Span(d("2026-12-30"), EVE, Half.PM)) == Decimal(1)


def test_by_the_clock_only_the_morning_counts() -> None:
    def at(hour: int) -> datetime:
        return datetime(2026, 12, 31, hour, tzinfo=NOW.tzinfo)

    counted = count(TYPES["年假"], TimeSpan(at(10), at(16)), SCHEDULE, TODAY)
    assert counted.hours == 2
    with pytest.raises(UserError) as refused:
        amount(TimeSpan(at(14), at(16)))
    assert refused.value.code is Code.NO_WORKDAY


def test_who_asks_for_the_half_that_is_off_is_told_so() -> None:
    with pytest.raises(UserError) as refused:
        amount(Span(EVE, EVE, Half.PM, Half.PM))
    assert refused.value.code is Code.NO_WORKDAY
    assert refused.value.sentence.startswith("12月31日(周四)下午公司放假（跨年），不用请假。")


def test_a_day_off_without_a_name() -> None:
    unnamed = Schedule(with_own(Calendar(), [OwnDay(EVE, Own.OFF)]))
    with pytest.raises(UserError, match=r"12月31日\(周四\)是公司放假日，不用请假"):
        count(TYPES["年假"], Span(EVE, EVE), unnamed, TODAY)


def test_a_roster_has_its_own_hours() -> None:
    night = Schedule(OWN, read_shift("22:00-06:00", rostered=True))
    assert count(TYPES["年假"], Span(EVE, EVE), night, TODAY).amount == 1


@pytest.mark.parametrize(
    ("kind", "first", "last", "found"),
    [
        ("年假", "2027-03-08", "2027-03-08", True),
        ("事假", "2027-05-03", "2027-05-05", True),
        ("年假", "2027-03-09", "2027-03-10", False),
        ("年假", "2026-03-06", "2026-03-09", False),  # the 8th is a Sunday: never made up for
        ("产假", "2027-03-01", "2027-06-01", False),
    ],
)
def test_half_a_day_off_for_some_is_for_hr(kind: str, first: str, last: str, *, found: bool) -> None:
    span, schedule = Span(d(first), d(last)), Schedule()
    begins, ends = bounds(span, schedule, NOW.tzinfo)
    wish = Wish(TYPES[kind], span, Decimal(1), begins, ends, retro=True)
    said = {each.point: each for each in remarks(wish, schedule, NOW)}
    assert (Point.HALF_HOLIDAY in said) is found
    if found:
        assert not said[Point.HALF_HOLIDAY].asks
        assert "是否少算半天由人力资源核对" in said[Point.HALF_HOLIDAY].said
