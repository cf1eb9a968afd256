"""Weeks begin and end where people work; statistics are reminded of before they are due."""

from datetime import date, timedelta

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.hazards.rounds import begins_week, ends_week, statistics_due, week_before

CALENDAR = Calendar()


def days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=each) for each in range(365)]


def test_a_week_of_holidays_has_neither_beginning_nor_end() -> None:
    festival = [date(2026, 2, 16) + timedelta(days=each) for each in range(7)]
    assert not any(begins_week(each, CALENDAR) or ends_week(each, CALENDAR) for each in festival)
    assert begins_week(date(2026, 2, 24), CALENDAR)
    assert week_before(date(2026, 2, 27), CALENDAR) == date(2026, 2, 14)


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        ("2026-11-23", True, False),
        ("2026-11-27", False, True),
        ("2026-11-25", False, False),
        ("2026-11-28", False, False),
    ],
)
def test_an_ordinary_week(day: str, begins: bool, ends: bool) -> None:
    when = date.fromisoformat(day)
    assert (begins_week(when, CALENDAR), ends_week(when, CALENDAR)) == (begins, ends)


def test_each_statistic_is_reminded_of_twice_a_year_over() -> None:
    found = [
        (f"{day:%m-%d}", each.name, f"{each.due:%m-%d}") for day in days(2026) for each in statistics_due(day, CALENDAR)
    ]
    assert found == [
        ("01-08", "2025年第四季度", "01-15"),
        ("01-14", "2025年第四季度", "01-15"),
        ("01-26", "2025年度", "01-31"),
        ("01-30", "2025年度", "01-31"),
        ("04-08", "2026年第一季度", "04-15"),
        ("04-14", "2026年第一季度", "04-15"),
        ("07-08", "2026年第二季度", "07-15"),
        ("07-14", "2026年第二季度", "07-15"),
        ("10-09", "2026年第三季度", "10-15"),
        ("10-14", "2026年第三季度", "10-15"),
    ]


def test_what_a_statistic_is_about() -> None:
    (each,) = statistics_due(date(2026, 7, 14), CALENDAR)
    assert (each.first, each.last) == (date(2026, 4, 1), date(2026, 6, 30))
