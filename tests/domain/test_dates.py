from datetime import date, datetime

from bot.domain.dates import clock_time, day, day_seen, days, days_seen, full_day, weekday

MONDAY, WEDNESDAY, NEXT_YEAR = date(2026, 11, 23), date(2026, 11, 25), date(2027, 1, 4)


def test_a_day_is_said_with_its_weekday() -> None:
    assert day(MONDAY) == "11月23日(周一)"
    assert day(date(2026, 11, 29)) == "11月29日(周日)"
    assert weekday(WEDNESDAY) == "周三"
    assert full_day(NEXT_YEAR) == "2027年1月4日(周一)"


def test_another_year_is_named() -> None:
    assert day_seen(MONDAY, MONDAY) == "11月23日(周一)"
    assert day_seen(NEXT_YEAR, MONDAY) == "2027年1月4日(周一)"
    assert days_seen(WEDNESDAY, NEXT_YEAR, MONDAY) == "11月25日(周三)至2027年1月4日(周一)"
    assert days_seen(NEXT_YEAR, NEXT_YEAR, MONDAY) == "2027年1月4日(周一)"


def test_days_in_a_row() -> None:
    assert days(MONDAY, MONDAY) == "11月23日(周一)"
    assert days(MONDAY, WEDNESDAY) == "11月23日(周一)至11月25日(周三)"
    assert days(WEDNESDAY, NEXT_YEAR) == "2026年11月25日(周三)至2027年1月4日(周一)"


def test_a_time_is_said_as_seen_from_now() -> None:
    now = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 - only the wall clock matters here
    assert clock_time(now.replace(minute=30), now) == "10:30"
    assert clock_time(now.replace(day=23, hour=8), now) == "明天 08:00"
    assert clock_time(now.replace(day=25, hour=8), now) == "11月25日(周三) 08:00"
