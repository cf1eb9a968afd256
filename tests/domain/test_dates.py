from datetime import date, datetime

from bot.domain.dates import clock_time, day


def test_a_day_is_said_with_its_weekday() -> None:
    assert day(date(2026, 11, 23)) == "11月23日(周一)"
    assert day(date(2026, 11, 29)) == "11月29日(周日)"


def test_a_time_is_said_as_seen_from_now() -> None:
    now = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 - only the wall clock matters here
    assert clock_time(now.replace(minute=30), now) == "10:30"
    assert clock_time(now.replace(day=23, hour=8), now) == "明天 08:00"
    assert clock_time(now.replace(day=25, hour=8), now) == "11月25日(周三) 08:00"
