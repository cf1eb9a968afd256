"""What a reporter is credited with."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.safety.hazards.credits import Credits, credits_for
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, HazardState

NEW = Hazard("YH-1", HazardFacts("3号车间", "有油", HazardKind.SURROUNDINGS), datetime(2026, 11, 23, tzinfo=UTC))


def test_what_is_real_counts_and_what_is_major_counts_more() -> None:
    told = [
        NEW,
        replace(NEW, state=HazardState.UNFOUNDED),
        replace(NEW, state=HazardState.CLOSED, grade=Grade.GENERAL),
        replace(NEW, state=HazardState.FIXING, grade=Grade.MAJOR),
        replace(NEW, state=HazardState.MERGED),
    ]
    assert credits_for(told) == Credits(5, 3, 1)
    assert credits_for(told).points == 7


def test_nothing_told_is_nothing_credited() -> None:
    assert credits_for([]).points == 0
