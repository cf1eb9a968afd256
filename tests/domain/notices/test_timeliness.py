from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.notices.audience import Audience
from bot.domain.notices.grounds import WITHIN, Grounds
from bot.domain.notices.notice import Category, Draft
from bot.domain.notices.timeliness import due, timeliness

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
DRAFT = Draft("2号门停水", Audience(everybody=True), category=Category.OUTAGE, grounds=Grounds(happened_at=AT))


def test_from_the_event_to_the_post() -> None:
    assert due(DRAFT, WITHIN) == AT + timedelta(hours=2)
    found = timeliness(DRAFT, AT + timedelta(hours=3), WITHIN)
    assert found
    assert found.took == timedelta(hours=3)
    assert found.is_late
    in_time = timeliness(DRAFT, AT + timedelta(hours=2), WITHIN)
    assert in_time
    assert not in_time.is_late


def test_nobody_said_when_or_it_comes_again() -> None:
    assert timeliness(replace(DRAFT, grounds=Grounds()), AT, WITHIN) is None
    assert due(replace(DRAFT, recurrence="WEEKLY;MO;08:00"), WITHIN) is None
