from datetime import date, time

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.calendar.when import Rhythm, When, falls_on, holiday_at, read_when

CALENDAR = Calendar()


def days_of(written: str, year: int = 2026) -> list[str]:
    when = read_when(written)
    year_long = (date.fromordinal(date(year, 1, 1).toordinal() + number) for number in range(365))
    return [f"{day:%m-%d}" for day in year_long if falls_on(when, day, CALENDAR)]


def test_what_an_operator_writes() -> None:
    assert read_when("每周三 10:00") == When(Rhythm.WEEKLY, time(10), 2)
    assert read_when("每月第2个工作日 09:30") == When(Rhythm.MONTHLY, time(9, 30), 2)
    assert read_when("06-16 09:00").on == (6, 16)
    assert read_when("节后1天 08:00") == When(Rhythm.AFTER, time(8), 1)


@pytest.mark.parametrize(
    "written", ["", "每周八 10:00", "13-01 09:00", "02-30 09:00", "每周三", "节前0天 10:00", "每周三 25:00"]
)
def test_what_cannot_be_is_said_in_words(written: str) -> None:
    with pytest.raises(ValueError, match="看不懂是哪天几点"):
        read_when(written)


def test_a_week_that_begins_with_a_holiday_has_its_day_later() -> None:
    """清明 2026 is off until Monday 6 April; the week of 春节 has no working day."""
    mondays = days_of("每周一 08:00")
    assert {"03-30", "04-07", "04-13"} < set(mondays)
    assert "02-16" not in mondays
    assert len(mondays) >= 49


def test_a_date_on_a_day_of_rest_goes_back() -> None:
    assert days_of("11-15 09:00") == ["11-13"]
    assert days_of("06-16 09:00") == ["06-16"]
    assert days_of("05-04 09:00") == ["04-30"]


def test_around_a_holiday_people_are_there() -> None:
    assert days_of("节前1天 15:00") == [
        *("02-14", "04-03", "04-30", "06-18", "09-24", "09-30", "12-31"),
    ]
    assert days_of("节后1天 08:00") == ["01-04", "02-24", "04-07", "05-06", "06-22", "09-28", "10-08"]
    eve = holiday_at(read_when("节前1天 15:00"), date(2026, 2, 14), CALENDAR)
    assert eve
    assert (eve.names, eve.first, eve.last) == ("春节", date(2026, 2, 15), date(2026, 2, 23))


def test_first_working_days() -> None:
    assert days_of("每季第1个工作日 09:00") == ["01-04", "04-01", "07-01", "10-08"]
    assert len(days_of("每月第1个工作日 09:00")) == 12
    assert not any(not CALENDAR.is_workday(date.fromisoformat(f"2026-{day}")) for day in days_of("每个工作日 07:50"))
