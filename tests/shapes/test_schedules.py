"""When jobs fall due where clocks are put forward and back: each day once, and whoever plans finds the same."""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.shapes.job import Daily, Hourly, Schedule, Weekly

ZONES = {  # and a day before each change of its clocks
    "Europe/Berlin": (date(2027, 3, 26), date(2027, 10, 29)),
    "America/New_York": (date(2028, 3, 10), date(2028, 11, 3)),
    "Australia/Lord_Howe": (date(2027, 4, 2), date(2027, 10, 1)),  # by half an hour
    "Asia/Shanghai": (date(2028, 2, 27), date(2027, 12, 30)),  # a leap day, the end of a year
}
TIMES = (time(0), time(1, 30), time(2), time(2, 15), time(2, 30), time(2, 59), time(3), time(8))
DAYS, STEP = 4, timedelta(minutes=10)


def slots(schedule: Schedule, since: datetime) -> list[datetime]:
    """Those of the next days, one planned after the other, as the ticker does from what the database says."""
    found, until = [since], since.astimezone(UTC) + timedelta(days=DAYS + 9)
    while found[-1].astimezone(UTC) < until:
        found.append(schedule.next_after(found[-1]).astimezone(UTC).astimezone(since.tzinfo))
    return found[1:]


@pytest.mark.parametrize("zone", ZONES)
def test_planned_at_any_moment_it_is_the_next_of_the_same_row(zone: str) -> None:
    for day in ZONES[zone]:
        since = datetime.combine(day, time(), ZoneInfo(zone))
        weekly = [Weekly("sun", at) for at in TIMES]
        schedules: list[Schedule] = [*map(Daily, TIMES), *weekly, Hourly(time(0, 5), time(23, 5))]
        for schedule in schedules:
            row = [each.astimezone(UTC) for each in slots(schedule, since)]
            assert row == sorted(set(row))
            for number in range(int(timedelta(days=DAYS) / STEP)):
                moment = (since.astimezone(UTC) + number * STEP).astimezone(since.tzinfo)
                due = schedule.next_after(moment).astimezone(UTC)
                assert due == row[bisect_right(row, moment.astimezone(UTC))], (schedule, moment)


@pytest.mark.parametrize("zone", ZONES)
def test_each_day_has_its_slot(zone: str) -> None:
    for day in ZONES[zone]:
        since = datetime.combine(day, time(), ZoneInfo(zone)) - timedelta(minutes=1)
        for at in TIMES:
            days = [each.date() for each in slots(Daily(at), since)]
            assert days == [day + timedelta(days=number) for number in range(len(days))]
