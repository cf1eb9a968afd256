"""What an app may say in a day, and when it goes on."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.daily import goes_on_at, left_today

ZONE = timezone(timedelta(hours=8))
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("spent", "urgent", "left"), [(0, False, 1600), (1500, False, 100), (1700, False, 0), (1700, True, 300)]
)
def test_notices_leave_a_part_to_others(spent: int, urgent: bool, left: int) -> None:
    assert left_today(10, spent, urgent=urgent) == left


def test_it_goes_on_when_people_may_be_disturbed() -> None:
    assert goes_on_at(FRIDAY, Calendar(), urgent=False) == datetime(2026, 11, 30, 8, 0, tzinfo=ZONE)
    assert goes_on_at(FRIDAY, Calendar(), urgent=True) == datetime(2026, 11, 28, tzinfo=ZONE)
