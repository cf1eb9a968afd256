"""Working time: nights, lunch, weekends and exchanged days are no time to decide."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.domain.approvals.pace import Pace, working_moment
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT

CHINA = timezone(timedelta(hours=8))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


@pytest.mark.parametrize(
    ("since", "minutes", "expected"),
    [
        ("2026-11-22 10:00", 240, "2026-11-23 14:00"),  # a Sunday: 3.5 hours before lunch, half an hour after it
        ("2026-11-23 08:30", 240, "2026-11-23 14:00"),
        ("2026-11-23 17:00", 240, "2026-11-24 11:30"),
        ("2026-11-23 12:30", 60, "2026-11-23 14:30"),
        ("2026-11-27 17:00", 480, "2026-11-30 17:00"),  # Friday to Monday
        ("2026-10-09 17:00", 120, "2026-10-10 09:30"),  # a Saturday that is worked in exchange
        ("2026-09-30 17:00", 120, "2026-10-08 09:30"),  # the week of the national day
    ],
)
def test_working_moments(since: str, minutes: int, expected: str) -> None:
    assert working_moment(at(since), minutes, Calendar(), DAY_SHIFT) == at(expected)


def test_the_usual_pace() -> None:
    asked = at("2026-11-23 10:00")
    assert Pace().remind_at(asked) == at("2026-11-23 15:30")
    assert Pace().escalate_at(asked) == at("2026-11-24 10:00")
