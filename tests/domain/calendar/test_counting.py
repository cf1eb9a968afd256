"""What time off costs, over exchanged weekends, holidays, half days, lunch and midnight."""

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.counting import Cost, by_year, cost
from bot.domain.calendar.shift import DAY_SHIFT, Shift, read_shift
from bot.domain.calendar.span import Half, Span
from bot.errors import UserError
from tests.domain.calendar.days import d, span

CALENDAR = Calendar()
NIGHT = read_shift("22:00-06:00", rostered=True)


def costs(text: str, shift: Shift = DAY_SHIFT) -> Cost:
    return cost(span(text), CALENDAR, shift)


@pytest.mark.parametrize(
    ("text", "days", "calendar_days"),
    [
        ("09-17/09-28", 8, 12),
        ("09-30/10-12", 5, 13),
        ("02-13/02-28", 7, 16),
        ("04-03/04-07", 2, 5),
        ("05-06/05-09", 4, 4),
        ("11-25/11-27", 3, 3),
        ("11-27/11-30", 2, 4),
        ("11-23PM", 0.5, 1),
        ("11-23AM", 0.5, 1),
        ("11-22PM", 0, 1),  # a Sunday
        ("11-23PM/11-25AM", 2, 3),
        ("11-20PM/11-23", 1.5, 4),
        ("11-20/11-22AM", 1, 3),  # the half day that is left out is a Sunday
    ],
)
def test_days(text: str, days: float, calendar_days: int) -> None:
    assert (costs(text).days, costs(text).calendar_days) == (days, calendar_days)


@pytest.mark.parametrize(
    ("text", "hours", "days"),
    [
        ("2026-11-23T15:00/2026-11-23T17:00", 2, 0.25),
        ("2026-11-23T11:00/2026-11-23T14:30", 2, 0.25),  # lunch costs nothing
        ("2026-11-23T12:00/2026-11-23T13:30", 0, 0),
        ("2026-11-23T15:10/2026-11-23T16:00", 1, 0.12),  # rounded up to half hours
        ("2026-11-23T08:00/2026-11-23T20:00", 8, 1),
        ("2026-11-23T18:00/2026-11-23T21:00", 0, 0),
        ("2026-11-22T09:00/2026-11-22T11:00", 0, 0),  # Sunday
        ("2026-11-20T15:00/2026-11-23T10:00", 4.5, 0.56),  # over a weekend
    ],
)
def test_hours(text: str, hours: float, days: float) -> None:
    assert costs(text).hours == hours
    assert costs(text).days == pytest.approx(days, abs=0.01)


def test_a_night_shift_is_one_shift_of_the_day_it_starts_on() -> None:
    night = costs("2026-11-21T22:00/2026-11-22T06:00", NIGHT)
    assert (night.hours, night.days, night.worked) == (8, 1, (d("11-21"),))
    after_midnight = costs("2026-11-22T02:00/2026-11-22T06:00", NIGHT)
    assert (after_midnight.hours, after_midnight.worked) == (4, (d("11-21"),))


def test_a_roster_is_not_the_public_calendar() -> None:
    assert costs("11-21", NIGHT).days == 1
    assert costs("11-21", read_shift("22:00-06:00")).days == 0


def test_an_unpublished_year_makes_it_provisional() -> None:
    assert costs("2027-01-04").provisional
    assert not costs("2027-01-04", NIGHT).provisional
    assert not costs("2026-12-31").provisional


def test_half_a_year_that_nobody_knows_is_not_counted() -> None:
    with pytest.raises(UserError):
        costs("2026-12-01/2027-03-08")  # over 春节 2027


def test_each_year_has_its_own_ledger() -> None:
    assert by_year(Span(d("11-25"), d("11-27"))) == (span("11-25/11-27"),)
    over_new_year = Span(d("12-30"), d("2027-01-05"), Half.PM, Half.AM)
    assert by_year(over_new_year) == (span("2026-12-30PM/2026-12-31"), span("2027-01-01/2027-01-05AM"))
