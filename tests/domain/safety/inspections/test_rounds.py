from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.inspections.checklist import Item
from bot.domain.safety.inspections.rounds import Round, RoundState, climbs_at, until
from bot.identifiers import UserId

MONDAY = datetime.fromisoformat("2026-11-23T08:30:00+08:00")
ITEMS = tuple(Item(f"{fault}？", fault, HazardKind.FIRE) for fault in "甲乙丙")
ROUND = Round("JC-20261123-001", "消防", ITEMS, "仓库", UserId("chenan"), MONDAY, MONDAY + timedelta(hours=9))
CALENDAR = Calendar()


def test_what_is_ticked_is_wrong_and_what_does_not_apply_is_not_counted() -> None:
    looked = ROUND.looked((1,), MONDAY).without((1, 2))
    assert [each.fault for each in looked.faults] == ["乙"]
    assert looked.left_out == (2,)
    assert looked.applying == 2
    assert looked.looked((2,), MONDAY).left_out == ()
    assert looked.version == 3


def test_in_time_is_by_the_end_of_the_day() -> None:
    assert ROUND.done((), (), ROUND.due).in_time
    assert not ROUND.done((), (), ROUND.due + timedelta(seconds=1)).in_time
    assert not ROUND.in_time
    late = ROUND.missed()
    assert late.state is RoundState.MISSED
    assert late.done((), (), MONDAY).is_done


def test_what_begins_late_has_until_the_next_day_of_work() -> None:
    assert until(MONDAY, CALENDAR) == MONDAY.replace(hour=18, minute=0)
    friday = MONDAY + timedelta(days=4)
    assert until(friday.replace(hour=15), CALENDAR) == (MONDAY + timedelta(days=7)).replace(hour=18, minute=0)
    saturday = MONDAY + timedelta(days=5)
    assert until(saturday, CALENDAR) == (MONDAY + timedelta(days=7)).replace(hour=18, minute=0)
    assert climbs_at(until(friday, CALENDAR), CALENDAR) == (MONDAY + timedelta(days=7)).replace(hour=9, minute=0)


def test_a_value_is_not_changed_in_place() -> None:
    before = replace(ROUND)
    ROUND.looked((0,), MONDAY)
    assert before == ROUND
