"""When people may be disturbed: by the clock, and by the calendar."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quiet import after_quiet, is_quiet
from bot.domain.calendar.quiet_hours import QuietHours

OWN = replace(Calendar(), quiet=QuietHours(time(20), time(7, 30)))


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-23T08:00", "2026-11-23T08:00"),
        ("2026-11-23T10:00", "2026-11-23T10:00"),
        ("2026-11-23T20:59", "2026-11-23T20:59"),
        ("2026-11-23T21:00", "2026-11-24T08:00"),
        ("2026-11-23T06:00", "2026-11-23T08:00"),
        ("2026-11-23T07:59", "2026-11-23T08:00"),
        ("2026-11-22T10:00", "2026-11-23T08:00"),
        ("2026-09-30T22:00", "2026-10-08T08:00"),
        ("2026-02-14T22:00", "2026-02-24T08:00"),
    ],
    ids=[
        *("morning", "by day", "evening", "night", "early", "before it is day", "Sunday"),
        *("over the National Day", "over the Spring Festival"),
    ],
)
def test_what_can_wait_waits(moment: str, told: str) -> None:
    calendar = Calendar()
    assert after_quiet(at(moment), calendar) == at(told)
    assert is_quiet(at(moment), calendar) is (moment != told)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-23T07:30", "2026-11-23T07:30"),
        ("2026-11-23T19:59", "2026-11-23T19:59"),
        ("2026-11-23T20:00", "2026-11-24T07:30"),
        ("2026-11-23T07:29", "2026-11-23T07:30"),
    ],
)
def test_by_the_hours_of_the_company(moment: str, told: str) -> None:
    assert after_quiet(at(moment), OWN) == at(told)
    assert is_quiet(at(moment), OWN) is (moment != told)


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(7, 59, True), (8, 0, False), (20, 59, False), (21, 0, True), (0, 0, True)]
)
def test_by_the_clock_alone(hour: int, minute: int, *, quiet: bool) -> None:
    assert (time(hour, minute) in QuietHours()) is quiet
