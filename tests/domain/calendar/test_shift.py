from datetime import datetime, time

import pytest

from bot.domain.calendar.shift import DAY_SHIFT, Shift, read_shift
from bot.domain.calendar.span import Half
from tests.domain.calendar.days import d

NIGHT = read_shift("22:00-06:00")
H = Half


def test_the_usual_day_is_eight_hours() -> None:
    assert read_shift("08:30-12:00 13:30-18:00") == DAY_SHIFT
    assert (DAY_SHIFT.minutes, NIGHT.minutes) == (480, 480)
    assert (DAY_SHIFT.said, NIGHT.said) == ("08:30 到 18:00", "22:00 到 次日 06:00")


@pytest.mark.parametrize(
    ("shift", "half", "hours"),
    [
        (DAY_SHIFT, H.AM, "2026-11-23 08:30 2026-11-23 12:00"),
        (DAY_SHIFT, H.PM, "2026-11-23 13:30 2026-11-23 18:00"),
        (NIGHT, H.AM, "2026-11-23 22:00 2026-11-24 02:00"),
        (NIGHT, H.PM, "2026-11-24 02:00 2026-11-24 06:00"),
        (read_shift("20:00-00:30 01:30-05:00"), H.AM, "2026-11-23 20:00 2026-11-24 00:30"),
        (read_shift("20:00-00:30 01:30-05:00"), H.PM, "2026-11-24 01:30 2026-11-24 05:00"),
        (read_shift("08:00-10:00 10:15-12:00 13:00-17:00"), H.AM, "2026-11-23 08:00 2026-11-23 12:00"),
    ],
)
def test_halves_are_parted_by_the_longest_break(shift: Shift, half: Half, hours: str) -> None:
    first, last = shift.half(half, d("11-23"), None)
    assert f"{first:%Y-%m-%d %H:%M} {last:%Y-%m-%d %H:%M}" == hours


@pytest.mark.parametrize(
    ("shift", "moment", "on"),
    [
        (NIGHT, "2026-11-22T05:59", "11-21"),
        (NIGHT, "2026-11-22T06:00", "11-22"),
        (NIGHT, "2026-11-21T22:00", "11-21"),
        (DAY_SHIFT, "2026-11-22T03:00", "11-22"),
    ],
)
def test_after_midnight_it_is_still_yesterdays_shift(shift: Shift, moment: str, on: str) -> None:
    assert shift.date_of(datetime.fromisoformat(moment)) == d(on)


def test_which_times_of_day_lie_in_it() -> None:
    assert [DAY_SHIFT.covers(time(h)) for h in (3, 8, 9, 12, 15, 18, 19)] == [
        False, False, True, True, True, True, False,
    ]  # fmt: skip
    assert [NIGHT.covers(time(h)) for h in (3, 7, 21, 22)] == [True, False, False, True]


def test_hours_that_are_none() -> None:
    with pytest.raises(ValueError, match="no hours"):
        read_shift("night")
