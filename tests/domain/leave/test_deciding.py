"""By when a leave must be decided."""

import pytest

from bot.domain.approvals.pace import Pace
from bot.domain.leave.deciding import escalate_at, remind_at
from tests.domain.leave.requests import at

PACE = Pace()


@pytest.mark.parametrize(
    ("since", "begins", "reminded", "escalated"),
    [
        ("11-23 09:00", "11-30 08:30", "11-23 14:30", "11-24 09:00"),  # as any request: four hours, then a day of work
        ("11-23 09:00", "11-24 08:30", "11-23 14:30", "11-24 06:30"),
        ("11-23 09:00", "11-23 13:30", "11-23 10:15", "11-23 11:30"),
        ("11-23 09:00", "11-23 10:00", "11-23 09:00", "11-23 09:00"),
        ("11-23 09:00", "11-20 08:30", "11-23 14:30", "11-24 09:00"),  # has begun
    ],
)
def test_two_hours_before_it_begins_at_the_latest(since: str, begins: str, reminded: str, escalated: str) -> None:
    assert remind_at(at(begins), at(since), PACE) == at(reminded)
    assert escalate_at(at(begins), at(since), PACE) == at(escalated)
