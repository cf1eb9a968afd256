"""The protected time of the sick."""

from decimal import Decimal

import pytest

from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import Half, Span
from bot.domain.leave.counting.sick import Term, calendar_days, days_of, term, treatment
from bot.domain.leave.working_time.schedule import Schedule
from tests.domain.calendar.days import d, span

SHORT = Term(3, 6)


def days(first: str, last: str) -> Span:
    return Span(d(first), d(last))


@pytest.mark.parametrize(
    ("total", "here", "months", "window"),
    [
        (0, 0, 3, 6),
        (9, 4, 3, 6),
        (9, 5, 6, 12),
        (10, 4, 6, 12),
        (10, 5, 9, 15),
        (30, 9, 9, 15),
        (10, 10, 12, 18),
        (16, 15, 18, 24),
        (19, 19, 18, 24),
        (20, 20, 24, 30),
    ],
)
def test_how_long_it_is(total: int, here: int, months: int, window: int) -> None:
    assert term(total, here) == Term(months, window)


def test_rest_days_are_in_it() -> None:
    found = treatment([days("11-26", "11-30")], SHORT, d("11-30"))
    assert found
    assert (found.used, found.left, found.warns) == (Decimal(5), Decimal(85), False)
    assert (found.since, found.until) == (d("11-26"), d("2027-05-25"))


def test_it_adds_up_within_its_window_and_starts_anew_after_it() -> None:
    spans = [days("01-05", "01-14"), days("06-30", "07-09"), days("08-01", "08-01")]
    early = treatment(spans, SHORT, d("07-04"))
    assert early
    assert (early.since, early.until, early.used) == (d("01-05"), d("07-04"), Decimal(15))
    late = treatment(spans, SHORT, d("08-01"))
    assert late
    assert (late.since, late.used) == (d("07-05"), Decimal(6))


def test_no_window_runs_before_it_begins_or_once_it_has_ended() -> None:
    assert treatment([days("01-05", "01-14")], SHORT, d("01-04")) is None
    assert treatment([days("01-05", "01-14")], SHORT, d("07-05")) is None
    assert treatment([], SHORT, d("07-05")) is None


def test_four_fifths_are_a_warning() -> None:
    almost = treatment([days("01-01", "03-12")], SHORT, d("03-12"))
    assert almost
    assert (almost.used, almost.warns) == (Decimal(71), False)
    there = treatment([days("01-01", "03-13")], SHORT, d("03-13"))
    assert there
    assert (there.used, there.warns) == (Decimal(72), True)


def test_halves_and_days_that_are_named_twice() -> None:
    half = Span(d("11-23"), d("11-24"), Half.PM, Half.AM)
    assert calendar_days([half], 2026) == 1
    assert calendar_days([half, days("11-24", "11-25")], 2026) == Decimal("2.5")
    assert calendar_days([days("12-30", "2027-01-02")], 2026) == 2


def test_more_than_all_leaves_nothing() -> None:
    found = treatment([days("01-01", "05-01")], SHORT, d("05-01"))
    assert found
    assert (found.left, found.share > 1) == (Decimal(0), True)


@pytest.mark.parametrize(
    ("when", "hours", "amount"),
    [
        ("2026-11-21T22:00/2026-11-22T06:00", "22:00-06:00", "1"),
        ("2026-11-23T08:30/2026-11-23T18:00", "08:30-12:00 13:30-18:00", "1"),
        ("2026-11-23T15:00/2026-11-23T17:00", "08:30-12:00 13:30-18:00", "0.5"),
        ("11-23PM", "08:30-12:00 13:30-18:00", "0.5"),
    ],
)
def test_hours_are_days_here(when: str, hours: str, amount: str) -> None:
    schedule = Schedule(shift=read_shift(hours, rostered=True))
    assert calendar_days([days_of(span(when), schedule)], 2026) == Decimal(amount)
