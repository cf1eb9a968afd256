"""What may happen to a hazard when, and what each move leaves behind."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, HazardState, Plan
from bot.errors import Code, UserError
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
OWNER, OFFICER, HEAD = UserId("wangqiang"), UserId("chenan"), UserId("zhaoguoqiang")
REPORTED = Hazard("YH-20261122-001", HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC), NOW)
GRADED = moves.graded(REPORTED, Grade.GENERAL, NOW)
ASSIGNED = moves.assigned(GRADED, Plan(OWNER), NOW)
FIXING = moves.accepted(ASSIGNED, NOW)
TO_VERIFY = moves.asked(FIXING, OWNER, NOW, shows=True)
CLOSED = moves.passed(TO_VERIFY, OFFICER, NOW, enough=True)

MOVES: dict[str, tuple[Callable[[Hazard], Hazard], set[HazardState]]] = {
    "graded": (lambda h: moves.graded(h, Grade.GENERAL, NOW), {HazardState.REPORTED}),
    "accepted": (lambda h: moves.accepted(h, NOW), {HazardState.ASSIGNED}),
    "asked": (
        lambda h: moves.asked(h, OWNER, NOW, shows=True),
        {HazardState.ASSIGNED, HazardState.FIXING},
    ),
    "passed": (lambda h: moves.passed(h, OFFICER, NOW, enough=True), {HazardState.TO_VERIFY}),
    "failed": (moves.failed, {HazardState.TO_VERIFY}),
    "unfounded": (moves.unfounded, {HazardState.REPORTED}),
    "withdrawn": (moves.withdrawn, {HazardState.REPORTED}),
    "reopened": (lambda h: moves.reopened(h, NOW), {HazardState.CLOSED}),
    "extended": (
        lambda h: moves.extended(h, date(2026, 12, 9), "断电"),
        {HazardState.ASSIGNED, HazardState.FIXING},
    ),
}
STATES = (REPORTED, GRADED, ASSIGNED, FIXING, TO_VERIFY, CLOSED)


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("hazard", STATES, ids=lambda each: each.state.name)
def test_each_move_starts_where_it_may_and_is_refused_elsewhere(name: str, hazard: Hazard) -> None:
    move, allowed = MOVES[name]
    if hazard.state in allowed:
        assert move(hazard).version == hazard.version + 1
        return
    with pytest.raises(UserError) as caught:
        move(hazard)
    assert caught.value.code is Code.BAD_STATE
    assert caught.value.sentence.endswith("。")


def test_the_way_from_the_report_to_the_end() -> None:
    assert [each.state for each in STATES] == [
        HazardState.REPORTED,
        HazardState.GRADED,
        HazardState.ASSIGNED,
        HazardState.FIXING,
        HazardState.TO_VERIFY,
        HazardState.CLOSED,
    ]
    assert (CLOSED.closed_at, CLOSED.signed) == (NOW, (OFFICER,))


def test_a_general_one_is_due_in_a_week_and_a_major_one_when_somebody_says() -> None:
    assert ASSIGNED.plan.due == date(2026, 11, 29)
    major = moves.graded(REPORTED, Grade.MAJOR, NOW, ("难度大",))
    assert moves.assigned(major, Plan(OWNER), NOW).plan.due is None


def test_what_nobody_graded_is_a_general_one_once_it_is_given_to_somebody() -> None:
    assert moves.assigned(REPORTED, Plan(OWNER), NOW).grade is Grade.GENERAL


def test_general_becomes_major_at_any_time_and_never_the_other_way_round() -> None:
    major = moves.graded(FIXING, Grade.MAJOR, NOW, ("难度大",))
    assert (major.state, major.grade, major.plan) == (HazardState.FIXING, Grade.MAJOR, FIXING.plan)
    with pytest.raises(UserError):
        moves.graded(major, Grade.GENERAL, NOW)


def test_another_owner_begins_anew() -> None:
    other = moves.assigned(FIXING, Plan(UserId("lisi")), NOW)
    assert (other.state, other.accepted_at) == (HazardState.ASSIGNED, None)
    same = moves.assigned(FIXING, Plan(OWNER, "换门"), NOW)
    assert (same.state, same.plan.measure) == (HazardState.FIXING, "换门")


def test_a_day_that_is_past_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        moves.assigned(GRADED, Plan(OWNER, due=date(2026, 11, 21)), NOW)
    assert caught.value.code is Code.PAST_DATE


def test_without_a_picture_nobody_is_asked_to_verify() -> None:
    with pytest.raises(UserError):
        moves.asked(FIXING, OWNER, NOW, shows=False)


def test_a_major_one_waits_for_the_second_word() -> None:
    once = moves.passed(TO_VERIFY, OFFICER, NOW, enough=False)
    assert (once.state, once.signed) == (HazardState.TO_VERIFY, (OFFICER,))
    with pytest.raises(UserError):
        moves.passed(once, OFFICER, NOW, enough=True)
    assert moves.passed(once, HEAD, NOW, enough=True).state is HazardState.CLOSED


def test_on_the_spot_is_the_day_it_was_told_and_by_who_is_named() -> None:
    me = UserId("zhangsan")
    begun = moves.begun_on_the_spot(REPORTED, me, NOW)
    done = moves.fixed_on_the_spot(begun, NOW, shows=True)
    assert (done.state, done.fixers) == (HazardState.TO_VERIFY, frozenset({me}))
    assert moves.failed(done).state is HazardState.REPORTED
    with pytest.raises(UserError):
        moves.begun_on_the_spot(REPORTED, me, NOW + timedelta(days=1))


def test_what_is_merged_goes_on_as_the_other_one() -> None:
    other = Hazard("YH-20261122-002", REPORTED.facts, NOW)
    assert moves.merged(other, FIXING).became == FIXING.number
    for into in (CLOSED, other):
        with pytest.raises(UserError):
            moves.merged(other, into)


def test_what_has_come_back_has_its_owner_and_a_new_week() -> None:
    later = NOW + timedelta(days=10)
    again = moves.reopened(CLOSED, later)
    assert (again.state, again.plan.owner, again.plan.due) == (HazardState.ASSIGNED, OWNER, date(2026, 12, 9))
    assert (again.closed_at, again.signed, again.reopened) == (None, (), 1)


def test_what_turned_into_an_accident_is_over() -> None:
    assert moves.turned(FIXING, "SG-20261122-001").state.is_over
    with pytest.raises(UserError):
        moves.turned(CLOSED, "SG-20261122-001")


@pytest.mark.parametrize(
    ("before", "after"),
    [(REPORTED, REPORTED), (GRADED, GRADED), (ASSIGNED, ASSIGNED), (FIXING, FIXING), (TO_VERIFY, FIXING)],
    ids=lambda each: each.state.name,
)
def test_what_became_no_accident_goes_on_where_it_stood(before: Hazard, after: Hazard) -> None:
    back = moves.returned(moves.turned(before, "SG-1"))
    assert (back.state, back.became) == (after.state, "")
