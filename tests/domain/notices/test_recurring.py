"""When something that comes again falls due: weeks, months, holidays, and the days of rest in between."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.year_table import YearTable
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.notices.recurring import next_occurrence, occurrences, time_of

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()
NEXT, PREVIOUS, SKIP, STAY = OnHoliday.NEXT_WORKDAY, OnHoliday.PREVIOUS_WORKDAY, OnHoliday.SKIP, OnHoliday.STAY


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def due(recurrence: str, rule: OnHoliday, since: str, number: int, calendar: Calendar = CALENDAR) -> list[str]:
    found = occurrences(recurrence, rule, at(since), calendar)
    return [f"{each.at:%m-%dT%H:%M}" for each, _ in zip(found, range(number), strict=False)]


@pytest.mark.parametrize(
    ("recurrence", "rule", "since", "expected"),
    [
        ("WEEKLY;MO;08:00", NEXT, "2026-11-22T10:00", ["11-23T08:00", "11-30T08:00"]),
        ("WEEKLY;MO;08:00", NEXT, "2026-11-23T08:00", ["11-30T08:00", "12-07T08:00"]),
        # the Spring Festival of 2026 is off from the 15th to the 23rd of February, both Saturdays around it are worked
        ("WEEKLY;MO;08:00", NEXT, "2026-02-09T09:00", ["02-24T08:00", "03-02T08:00"]),  # two came to lie on one day
        ("WEEKLY;MO;08:00", PREVIOUS, "2026-02-09T09:00", ["02-14T08:00", "03-02T08:00"]),
        ("WEEKLY;MO;08:00", SKIP, "2026-02-09T09:00", ["03-02T08:00", "03-09T08:00"]),
        ("WEEKLY;MO;08:00", STAY, "2026-02-09T09:00", ["02-16T08:00", "02-23T08:00"]),
        ("WEEKLY;SA,SU;10:00", NEXT, "2026-11-22T09:00", ["11-23T10:00", "11-30T10:00"]),
        ("DAILY;07:30", NEXT, "2026-11-20T08:00", ["11-23T07:30", "11-24T07:30"]),
        ("WORKDAYS;08:00", NEXT, "2026-09-18T09:00", ["09-20T08:00", "09-21T08:00"]),  # a Sunday that is worked
        ("MONTHLY;FIRST_WORKDAY;09:00", NEXT, "2026-04-30T10:00", ["05-06T09:00", "06-01T09:00"]),
        ("MONTHLY;LAST_WORKDAY;17:00", NEXT, "2026-02-01T00:00", ["02-28T17:00", "03-31T17:00"]),
        ("MONTHLY;WORKDAY3;09:00", NEXT, "2026-11-01T00:00", ["11-04T09:00", "12-03T09:00"]),
        ("MONTHLY;15;09:00", PREVIOUS, "2026-11-01T00:00", ["11-13T09:00", "12-15T09:00"]),
        ("MONTHLY;1,15;09:00", NEXT, "2026-11-02T00:00", ["11-02T09:00", "11-16T09:00"]),  # the first was a Sunday
        ("MONTHLY;LAST_DAY;17:00", PREVIOUS, "2026-02-01T00:00", ["02-28T17:00", "03-31T17:00"]),
        ("MONTHLY;FR-1;16:00", NEXT, "2026-11-01T00:00", ["11-27T16:00", "12-25T16:00"]),
        ("MONTHLY;WE2;09:00", NEXT, "2026-11-01T00:00", ["11-11T09:00", "12-09T09:00"]),
        ("QUARTERLY;FIRST_WORKDAY;09:00", NEXT, "2026-01-02T00:00", ["01-04T09:00", "04-01T09:00"]),
        ("QUARTERLY;LAST_WORKDAY;09:00", NEXT, "2026-01-02T00:00", ["03-31T09:00", "06-30T09:00"]),
        ("YEARLY;06-16;09:00", NEXT, "2026-01-02T00:00", ["06-16T09:00", "06-16T09:00"]),
        ("HOLIDAY;-3;09:00", NEXT, "2026-01-02T00:00", ["02-12T09:00", "04-01T09:00"]),
        ("HOLIDAY;-1;16:00", NEXT, "2026-06-10T00:00", ["06-18T16:00", "09-24T16:00"]),
        ("HOLIDAY;1;08:00", NEXT, "2026-02-01T00:00", ["02-24T08:00", "04-07T08:00"]),
    ],
)
def test_when_it_falls_due(recurrence: str, rule: OnHoliday, since: str, expected: list[str]) -> None:
    assert due(recurrence, rule, since, len(expected)) == expected


def test_before_a_holiday_is_never_after_it() -> None:
    """Three days before the National Day of 2026 is a Monday; of a day of rest it is the working day before."""
    assert due("HOLIDAY;-4;09:00", NEXT, "2026-09-22T00:00", 1) == ["09-24T09:00"]  # the 27th is off


def test_a_year_that_is_not_published_is_provisional_and_worked_out_anew() -> None:
    after = at("2027-02-04T10:00")
    found = next_occurrence("WEEKLY;MO;08:00", NEXT, after, CALENDAR)
    assert found
    assert found.provisional
    off = {found.at.date(): "春节", found.at.date() + timedelta(days=1): "春节"}
    known = CALENDAR.with_year(YearTable(2027, papers=("https://example.com",), off=off, work={}))
    again = next_occurrence("WEEKLY;MO;08:00", NEXT, after, known)
    assert again
    assert again.at > found.at + timedelta(days=1)
    assert not again.provisional


def test_nothing_comes_after_its_end() -> None:
    end = at("2026-12-01T00:00")
    assert next_occurrence("WEEKLY;MO;08:00", NEXT, at("2026-11-24T00:00"), CALENDAR, before=end)
    assert next_occurrence("WEEKLY;MO;08:00", NEXT, at("2026-11-30T09:00"), CALENDAR, before=end) is None


def test_its_time() -> None:
    assert f"{time_of('WEEKLY;MO;08:00'):%H:%M}" == f"{time_of('DAILY;08:00'):%H:%M}" == "08:00"


@given(
    st.sampled_from(["WEEKLY;MO;08:00", "WEEKLY;SA;08:00", "MONTHLY;1,15;09:00", "HOLIDAY;-3;09:00", "DAILY;08:00"]),
    st.sampled_from([NEXT, PREVIOUS, SKIP]),
    st.datetimes(datetime(2025, 1, 1), datetime(2026, 10, 1)),  # noqa: DTZ001 - it gets its zone below
)
def test_it_is_worked_on_each_and_no_day_comes_twice(recurrence: str, rule: OnHoliday, since: datetime) -> None:
    found = [each for each, _ in zip(occurrences(recurrence, rule, since.replace(tzinfo=ZONE), CALENDAR), range(8))]  # noqa: B905
    days = [each.at.date() for each in found]
    assert days == sorted(set(days))
    assert all(map(CALENDAR.is_workday, days))
