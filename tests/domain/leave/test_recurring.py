"""An hour less on every day of work."""

from datetime import datetime
from decimal import Decimal

from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import TimeSpan
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.working_time.schedule import Schedule
from tests.domain.calendar.days import d

OFFICE = Schedule()
NURSING = Daily(d("11-23"), d("2027-03-31"), 60, ShiftEdge.END)


def test_an_hour_at_the_end_of_the_shift() -> None:
    monday = datetime(2026, 11, 23, 17), datetime(2026, 11, 23, 18)  # noqa: DTZ001
    assert NURSING.on(d("11-23"), OFFICE, None) == TimeSpan(*monday)
    assert NURSING.on(d("11-28"), OFFICE, None) is None
    assert NURSING.on(d("11-20"), OFFICE, None) is None
    early = Daily(d("11-23"), d("11-30"), 90, ShiftEdge.START).on(d("11-24"), OFFICE, None)
    assert early
    assert (early.start.hour, early.end.hour, early.end.minute) == (8, 10, 0)


def test_a_night_shift_ends_in_the_morning() -> None:
    night = Schedule(shift=read_shift("22:00-06:00"))
    found = NURSING.on(d("11-23"), night, None)
    assert found
    assert (found.start.day, found.start.hour) == (24, 5)


def test_its_sum_needs_no_settled_year_but_says_so() -> None:
    assert NURSING.hours(OFFICE, d("11-01"), d("11-30")) == 6
    assert NURSING.hours(OFFICE, d("2027-01-01"), d("2027-03-31")) > Decimal(50)
    assert NURSING.is_provisional(OFFICE)


def test_it_is_said_with_weekdays() -> None:
    assert NURSING.said(d("11-22")) == "11月23日(周一)至2027年3月31日(周三)每个工作日下班前 1 小时"
    assert Daily(d("11-23"), d("11-27"), 90, ShiftEdge.START).said(d("11-22")).endswith("上班后 1.5 小时")
    assert NURSING.iso == "2026-11-23/2027-03-31 60min shift_end"
