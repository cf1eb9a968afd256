"""On which days departments are asked for their news, and on which those are listed who told nothing."""

from datetime import date

import pytest

from bot.domain.notices.news import asked_on, week_asked_for, week_missed, week_of
from tests.arguments.reading import FILE

CALENDAR = FILE.company.pace.calendar
MONDAY = date(2026, 11, 16)
FRIDAY = 4


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 11, 16), MONDAY), (date(2026, 11, 22), MONDAY), (date(2026, 11, 23), date(2026, 11, 23))],
)
def test_a_week_begins_on_its_monday(day: date, week: date) -> None:
    assert week_of(day) == week


def test_asked_on_the_day_and_listed_on_the_next_working_one() -> None:
    assert week_asked_for(date(2026, 11, 20), FRIDAY, CALENDAR) == MONDAY
    assert week_asked_for(date(2026, 11, 19), FRIDAY, CALENDAR) is None
    assert week_missed(date(2026, 11, 20), FRIDAY, CALENDAR) is None
    assert week_missed(date(2026, 11, 21), FRIDAY, CALENDAR) is None
    assert week_missed(date(2026, 11, 23), FRIDAY, CALENDAR) == MONDAY


def test_a_holiday_moves_it_within_its_week_or_lets_it_be() -> None:
    """The Spring Festival of 2026: off from Sunday, 15 February, to Monday, the 23rd; Saturday, the 28th, is worked."""
    assert asked_on(date(2026, 2, 16), FRIDAY, CALENDAR) is None
    assert asked_on(date(2026, 2, 23), 0, CALENDAR) == date(2026, 2, 24)
    assert week_missed(date(2026, 2, 24), FRIDAY, CALENDAR) is None
