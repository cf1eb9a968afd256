"""When people may be disturbed."""

from datetime import UTC, datetime

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quiet import after_quiet, is_quiet


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-23T08:00", "2026-11-23T08:00"),
        ("2026-11-23T20:59", "2026-11-23T20:59"),
        ("2026-11-23T21:00", "2026-11-24T08:00"),
        ("2026-11-23T07:59", "2026-11-23T08:00"),
        ("2026-11-22T10:00", "2026-11-23T08:00"),
        ("2026-02-14T22:00", "2026-02-24T08:00"),
    ],
    ids=["morning", "evening", "night", "before it is day", "Sunday", "over the Spring Festival"],
)
def test_what_can_wait_waits(moment: str, told: str) -> None:
    calendar = Calendar()
    assert after_quiet(at(moment), calendar) == at(told)
    assert is_quiet(at(moment), calendar) is (moment != told)
