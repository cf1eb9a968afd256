"""A reminder holds as long as the hazard stands where it was sent for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.safety.hazards.deadlines import Due
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, HazardState
from bot.domain.safety.hazards.reminders import holds

IT = Hazard("YH-1", HazardFacts("3号车间", "门坏了", HazardKind.FIRE), datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize(
    ("due", "while_it_is", "no_more"),
    [
        (Due.ASSIGN, HazardState.GRADED, HazardState.ASSIGNED),
        (Due.ACCEPT, HazardState.ASSIGNED, HazardState.FIXING),
        (Due.OVERDUE, HazardState.FIXING, HazardState.TO_VERIFY),
        (Due.VERIFY, HazardState.TO_VERIFY, HazardState.CLOSED),
        (Due.FILE, HazardState.TO_VERIFY, HazardState.TURNED),
        (Due.LOOK_BACK, HazardState.CLOSED, HazardState.ASSIGNED),
    ],
)
def test_it_holds_until_it_is_done(due: Due, while_it_is: HazardState, no_more: HazardState) -> None:
    assert holds(replace(IT, state=while_it_is), due)
    assert not holds(replace(IT, state=no_more), due)


def test_who_decides_whether_work_stops_has_a_card_of_his_own() -> None:
    assert not holds(IT, Due.STOP)
