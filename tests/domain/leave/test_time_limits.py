"""When people are reminded of what they have left."""

from datetime import date

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.leave.ledgers.time_limits import TimeLimits, days_of, first_workday

LIMITS, CALENDAR = TimeLimits(), Calendar()


@pytest.mark.parametrize(
    ("today", "reminds"),
    [
        ("2026-10-01", False),  # a holiday
        ("2026-10-08", True),  # the first day of work after it
        ("2026-10-09", False),
        ("2026-12-01", True),
        ("2026-12-02", False),
    ],
)
def test_on_the_day_or_the_next_one_that_is_worked(today: str, *, reminds: bool) -> None:
    assert LIMITS.reminds(date.fromisoformat(today), CALENDAR) is reminds


def test_days_that_come_every_year() -> None:
    assert days_of(["10-01", "3-31"]) == ((10, 1), (3, 31))
    assert first_workday(date(2026, 11, 28), CALENDAR) == date(2026, 11, 30)
    for wrong in ("02-29", "13-01", "x"):
        with pytest.raises(ValueError, match=r".*"):
            days_of([wrong])
