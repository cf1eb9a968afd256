"""By when a leave, or what else has a beginning, must be decided."""

import pytest

from bot.domain.approvals.in_time import asked_on_at, escalate_at, is_pressing, remind_at, warn_at
from bot.domain.approvals.pace import Pace
from tests.domain.leave.requests import at

PACE = Pace()


@pytest.mark.parametrize(
    ("since", "begins", "reminded", "escalated"),
    [
        ("11-23 09:00", "11-30 08:30", "11-23 14:30", "11-24 09:00"),  # as any request: four hours, then a day of work
        ("11-23 09:00", "11-24 08:30", "11-23 14:30", "11-24 06:30"),
        ("11-23 09:00", "11-23 13:30", "11-23 10:15", "11-23 11:30"),
        ("11-23 09:00", "11-23 10:00", "11-23 14:30", "11-23 09:00"),
        ("11-22 10:00", "11-23 13:30", "11-23 08:30", "11-23 11:30"),  # on a Sunday nobody is reminded
        ("11-23 09:00", "11-20 08:30", "11-23 14:30", "11-24 09:00"),  # has begun
    ],
)
def test_two_hours_before_it_begins_at_the_latest(since: str, begins: str, reminded: str, escalated: str) -> None:
    assert remind_at(at(begins), at(since), PACE) == at(reminded)
    assert escalate_at(at(begins), at(since), PACE) == at(escalated)


def test_what_has_no_beginning() -> None:
    since = at("11-23 09:00")
    assert (remind_at(None, since, PACE), escalate_at(None, since, PACE)) == (
        PACE.remind_at(since),
        PACE.escalate_at(since),
    )
    assert not is_pressing(None, since)


def test_when_nobody_can_be_waited_for() -> None:
    begins = at("11-23 13:30")
    assert not is_pressing(begins, at("11-23 11:29"))
    assert is_pressing(begins, at("11-23 11:30"))
    assert not is_pressing(begins, begins)


def test_when_its_applicant_is_told_to_stay() -> None:
    begins = at("11-23 13:30")
    assert warn_at(begins, at("11-23 09:00")) == at("11-23 11:30")
    assert warn_at(begins, at("11-23 11:30")) == begins
    assert warn_at(begins, begins) is None
    assert warn_at(None, begins) is None


def test_when_the_one_after_the_next_in_line_is_asked() -> None:
    begins = at("11-24 08:30")
    assert asked_on_at(begins, at("11-23 18:00"), PACE) == at("11-24 06:30")
    assert asked_on_at(begins, at("11-24 06:30"), PACE) == PACE.escalate_at(at("11-24 06:30"))  # never at once
    assert asked_on_at(None, at("11-23 18:00"), PACE) == PACE.escalate_at(at("11-23 18:00"))
