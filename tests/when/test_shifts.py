"""People who work at night, and days that are counted as they come."""

import pytest

from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import TimeSpan
from bot.when.read_moment import read_moment
from bot.when.read_period import read_period
from bot.when.view import Lean
from tests.when.tables import CALENDAR, SUNDAY, noted

NIGHT = read_shift("22:00-06:00", rostered=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天夜班没上 发烧了 补个假", "2026-11-21T22:00/2026-11-22T06:00"),
        ("昨天夜班", "2026-11-21T22:00/2026-11-22T06:00"),
        ("昨晚夜班没上", "2026-11-21T22:00/2026-11-22T06:00"),
        ("今晚请假", "2026-11-22T22:00/2026-11-23T06:00"),
        ("明天晚上", "2026-11-23T22:00/2026-11-24T06:00"),
        ("明天", "2026-11-23"),
        ("明天请一天", "2026-11-23"),
        ("明天22:00到明天24:00", "2026-11-23T22:00/2026-11-24T00:00"),
        ("明天22点到2点", "2026-11-23T22:00/2026-11-24T02:00"),
        ("明天起两天", "2026-11-23/2026-11-24"),
        ("11.28起两天", "2026-11-28/2026-11-29"),  # a weekend; the roster decides, not the public calendar
    ],
)
def test_who_works_at_night(text: str, expected: str) -> None:
    assert noted(read_period(text, SUNDAY, CALENDAR, NIGHT)) == expected


def test_a_night_belongs_to_the_day_it_began_on() -> None:
    taken = read_period("昨天夜班没上 发烧了 补个假", SUNDAY, CALENDAR, NIGHT)
    assert taken is not None
    assert isinstance(taken.value, TimeSpan)
    assert NIGHT.date_of(taken.value.start).isoformat() == "2026-11-21"
    assert taken.rest == "没上 发烧了 补个假"


def test_a_bare_hour_is_the_one_that_is_worked() -> None:
    assert noted(read_moment("明天3点", SUNDAY, CALENDAR, NIGHT)) == "2026-11-23T03:00 ~"
    assert noted(read_moment("明天3点", SUNDAY, CALENDAR)) == "2026-11-23T15:00 ~"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("陪产假 12.10 15天", "2026-12-10/2026-12-24"),
        ("产假 12月1号起98天", "2026-12-01/2027-03-08"),
        ("12.1起158天", "2026-12-01/2027-05-07"),
        ("12.1起178天", "2026-12-01/2027-05-27"),
        ("11.27起3天", "2026-11-27/2026-11-29"),
        ("11.27起两天半", "2026-11-27/2026-11-29AM"),
        ("11.27下午起两天", "2026-11-27PM/2026-11-29AM"),
        ("春节前两天", "2027-02-03/2027-02-04"),
        ("下周", "? 2026-11-23/2026-11-29 | 2026-11-30/2026-12-06"),
    ],
)
def test_days_as_they_come(text: str, expected: str) -> None:
    assert noted(read_period(text, SUNDAY, CALENDAR, by_calendar=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("补假 11.20", "2026-11-20"),
        ("补假 周五", "2026-11-20"),
        ("补假 这周五", "2026-11-20"),
        ("补假 20号", "2026-11-20"),
        ("补假 18号到20号", "2026-11-18/2026-11-20"),
        ("补假 周三到周五", "2026-11-18/2026-11-20"),
        ("补假 上周五", "? 2026-11-20 | 2026-11-13"),
        ("补假 昨天下午", "2026-11-21PM"),
        ("补假 11.25", "2026-11-25"),
    ],
)
def test_looking_back(text: str, expected: str) -> None:
    assert noted(read_period(text, SUNDAY, CALENDAR, lean=Lean.PAST)) == expected
