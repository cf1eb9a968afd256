"""The picture says what the calendar says."""

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.own_days import Own, OwnDay, with_own
from bot.services.calendar.drawing import PROVISIONAL, drawn_month, drawn_year
from tests.domain.calendar.days import d

OWN = with_own(Calendar(), [OwnDay(d("2026-12-31"), Own.OFF, "跨年"), OwnDay(d("2026-12-24"), Own.AFTERNOON_OFF)])


def test_a_month_with_days_of_the_company() -> None:
    drawn = drawn_month(OWN, 2026, 12)
    assert (drawn.count(">休</text>"), drawn.count(">半</text>"), "跨年" in drawn) == (2, 2, True)


def test_days_for_some_people_on_a_weekend_are_no_days_off() -> None:
    assert ">休</text>" not in drawn_month(OWN, 2026, 3)
    assert "部分人放半天" in drawn_month(OWN, 2027, 3)


def test_a_year_that_is_not_published_says_so() -> None:
    assert PROVISIONAL in drawn_year(OWN, 2027)
    assert PROVISIONAL not in drawn_year(OWN, 2026)
    assert drawn_year(OWN, 2026).count(">班</text>") == 7  # six days and the key
