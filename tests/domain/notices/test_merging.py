"""What is told by itself, and what waits to be told with others."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.audience import Audience
from bot.domain.notices.caps import CapRules
from bot.domain.notices.merging import burst_ends, is_over
from bot.domain.notices.notice import Category, Draft, Notice
from bot.identifiers import GroupId, UserId

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DRAFT = Draft("交周报", Audience(groups=(GroupId("a"),)), at=NOW)
RULES = CapRules(person=5, group=3)


def notice(draft: Draft = DRAFT, number: str = "GG-1", due: datetime | None = NOW, corrects: str = "") -> Notice:
    return Notice(number, UserId("ann"), draft, NOW, next_at=due, corrects=corrects)


def test_the_fourth_of_a_day_waits_in_a_group_and_the_sixth_in_private() -> None:
    assert [is_over(notice(), had, RULES, rooms=True) for had in (2, 3)] == [False, True]
    assert [is_over(notice(), had, RULES, rooms=False) for had in (4, 5)] == [False, True]
    assert not is_over(notice(), 99, CapRules(group=0), rooms=True)


@pytest.mark.parametrize(
    "change",
    [{"urgent": True}, {"wants_confirmation": True}, {"category": Category.SAFETY}],
)
def test_some_never_wait(change: dict[str, object]) -> None:
    assert not is_over(notice(replace(DRAFT, **change)), 99, RULES, rooms=True)  # type: ignore[arg-type]


def test_a_correction_never_waits() -> None:
    assert not is_over(notice(corrects="GG-0"), 99, RULES, rooms=True)


def test_planned_ones_within_ten_minutes_are_one() -> None:
    soon, late = (
        notice(number="GG-2", due=NOW + timedelta(minutes=9)),
        notice(number="GG-3", due=NOW + timedelta(minutes=11)),
    )
    assert burst_ends(notice(), [notice(), soon, late], NOW, RULES) == soon.next_at
    assert burst_ends(notice(), [notice(), late], NOW, RULES) is None
    assert burst_ends(notice(), [soon], NOW, CapRules(burst=timedelta(0))) is None


def test_nobody_waits_for_what_is_told_by_itself_and_who_writes_now_waits_for_nothing() -> None:
    urgent = notice(replace(DRAFT, urgent=True), "GG-2")
    assert burst_ends(notice(), [urgent], NOW, RULES) is None
    assert burst_ends(notice(replace(DRAFT, at=None)), [notice(number="GG-2")], NOW, RULES) is None


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ("2026-11-23T08:00+08:00", "2026-11-23T11:30+08:00"),
        ("2026-11-23T11:30+08:00", "2026-11-23T17:00+08:00"),
        ("2026-11-20T17:30+08:00", "2026-11-23T11:30+08:00"),  # a Friday
    ],
)
def test_the_next_digest_is_on_a_working_day(now: str, slot: str) -> None:
    rules = CapRules(slots=(time(17), time(11, 30)))
    assert rules.next_slot(datetime.fromisoformat(now), Calendar()).isoformat(timespec="minutes") == slot
