"""When somebody may be disturbed: by the clock, and by the calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.rules import NoticeRules

RULES, CALENDAR = NoticeRules(), Calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-11-23T07:59", True),
        ("2026-11-23T08:00", False),
        ("2026-11-23T20:59", False),
        ("2026-11-23T21:00", True),
    ],
)
def test_quiet_hours(moment: str, quiet: bool) -> None:
    assert RULES.is_quiet(at(moment)) is quiet


@pytest.mark.parametrize(
    ("moment", "goes"),
    [
        ("2026-11-23T10:00", "2026-11-23T10:00"),
        ("2026-11-23T06:00", "2026-11-23T08:00"),
        ("2026-11-23T21:30", "2026-11-24T08:00"),
        ("2026-11-22T10:00", "2026-11-23T08:00"),  # a Sunday
        ("2026-09-30T22:00", "2026-10-08T08:00"),  # before the National Day
    ],
)
def test_what_is_not_urgent_waits(moment: str, goes: str) -> None:
    assert RULES.next_time(at(moment), CALENDAR) == at(goes)
