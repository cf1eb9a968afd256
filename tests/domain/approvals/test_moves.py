"""What may happen to a request: by table, and by any sequence of events that hypothesis can think of."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.approvals import moves
from bot.domain.approvals.request import Request, RequestState, Standing, Step
from bot.domain.approvals.staffing import Staffing
from bot.domain.granting import by_account
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.domain.approvals.office import (
    BOTH,
    CLERK_A,
    CLERK_B,
    HEAD,
    HR,
    LEADER,
    MATE,
    MONDAY,
    PACE,
    PEOPLE,
    PRESIDENT,
    PRESIDENTS,
    VICE,
    WORKER,
    ask,
    asked,
    staff,
)

HERE = staff()


def decide(
    request: Request, by: UserId, *, agree: bool = True, at: Staffing = HERE, version: int | None = None
) -> Request:
    return moves.decided(request, by, agree=agree, staff=at, pace=PACE, now=MONDAY, reason="", version=version)


def code_of(request: Request, by: UserId, version: int | None = None) -> Code:
    with pytest.raises(UserError) as refused:
        decide(request, by, version=version)
    return refused.value.code


def test_step_after_step() -> None:
    first = ask(LEADER, HR)
    second = decide(first, HEAD)
    assert (second.current, second.state, asked(second)) == (1, RequestState.PENDING, [CLERK_A, CLERK_B])
    assert decide(second, CLERK_B).state is RequestState.APPROVED
    assert decide(second, CLERK_B, agree=False).state is RequestState.REJECTED


def test_all_of_them_must_agree_and_a_card_stays_good_meanwhile() -> None:
    one = decide(ask(BOTH), CLERK_A)
    assert (one.state, asked(one)) == (RequestState.PENDING, [CLERK_B])
    assert decide(one, CLERK_B, version=1).state is RequestState.APPROVED


def test_who_has_decided_is_passed_over_later() -> None:
    """Nobody decides twice: the second step asks the next in line."""
    second = decide(ask(Step(PRESIDENTS.selectors), PRESIDENTS), PRESIDENT)
    assert asked(second) == [UserId("office")]


def test_refusals_in_their_order() -> None:
    request = ask(LEADER, HR)
    assert code_of(request, WORKER) is Code.SELF_TARGET
    assert code_of(request, MATE) is Code.NO_PERMISSION
    assert code_of(request, HEAD, version=7) is Code.BAD_STATE
    assert code_of(decide(request, HEAD), HEAD) is Code.BAD_STATE
    over = decide(request, HEAD, agree=False)
    assert code_of(over, WORKER) is Code.SELF_TARGET
    assert code_of(over, MATE) is Code.NO_PERMISSION
    assert code_of(over, HEAD) is Code.BAD_STATE
    assert code_of(decide(ask(HR), CLERK_A), CLERK_B) is Code.BAD_STATE


def test_withdrawing() -> None:
    request = ask(LEADER)
    assert moves.withdrawn(request, WORKER, MONDAY).state is RequestState.WITHDRAWN
    with pytest.raises(UserError, match="只有申请人"):
        moves.withdrawn(request, HEAD, MONDAY)
    with pytest.raises(UserError, match="撤不回"):
        moves.withdrawn(decide(request, HEAD), WORKER, MONDAY)


def test_what_it_is_about_is_gone() -> None:
    dropped = moves.dropped(ask(LEADER), MONDAY)
    assert (dropped.state, dropped.waits_for, dropped.closed_at) == (RequestState.DROPPED, (), MONDAY)
    approved = decide(ask(LEADER), HEAD)
    assert moves.dropped(approved, MONDAY) is approved


def test_whoever_is_away_keeps_his_say() -> None:
    request = ask(LEADER, at=staff(deputies={HEAD: MATE}))
    assert decide(request, HEAD).state is RequestState.APPROVED
    by_deputy = decide(request, MATE).last_decision
    assert by_deputy
    assert (by_deputy.by, by_deputy.stead_of) == (MATE, HEAD)


def test_nobody_in_time_then_the_next_in_line_as_well() -> None:
    late = MONDAY + timedelta(days=2)
    up = moves.escalated(ask(LEADER), HERE, PACE, late)
    assert [(each.user, each.standing) for each in up.waits_for] == [(HEAD, Standing.OWN), (VICE, Standing.ESCALATED)]
    assert moves.escalated(up, HERE, PACE, late) is up  # not before its own time
    top = moves.escalated(up, HERE, PACE, late + timedelta(days=9))
    assert asked(top) == [HEAD, VICE, PRESIDENT]
    assert decide(up, HEAD).state is RequestState.APPROVED


def test_somebody_leaves_while_it_waits() -> None:
    gone = moves.restaffed(ask(LEADER), staff(left=(HEAD,)), MONDAY)
    assert asked(gone) == [HEAD, VICE]
    assert moves.restaffed(gone, staff(left=(HEAD,)), MONDAY) is gone
    again = moves.restaffed(gone, staff(left=(HEAD, VICE)), MONDAY)
    assert asked(again) == [HEAD, VICE, PRESIDENT]


def test_somebody_goes_away_while_it_waits() -> None:
    away = moves.restaffed(ask(LEADER), staff(deputies={HEAD: MATE}), MONDAY)
    assert asked(away) == [HEAD, MATE]


def test_a_deputy_decides_no_longer_than_he_stands_in() -> None:
    request = ask(PRESIDENTS, at=staff(deputies={PRESIDENT: MATE}))
    assert asked(request) == [MATE]
    moves.ensure_stands_in(request, MATE, staff(deputies={PRESIDENT: MATE}))
    moves.ensure_stands_in(request, MATE, staff(deputies={PRESIDENT: MATE, MATE: HEAD}))
    moves.ensure_stands_in(request, PRESIDENT, HERE)
    for now in (HERE, staff(deputies={PRESIDENT: HEAD}), staff(left=(PRESIDENT,), deputies={PRESIDENT: MATE})):
        with pytest.raises(UserError, match="委托已经结束"):
            moves.ensure_stands_in(request, MATE, now)
    again = moves.restaffed(request, HERE, MONDAY)
    assert asked(again) == [PRESIDENT]
    assert code_of(again, MATE) is Code.NO_PERMISSION


def test_who_has_lost_the_post_decides_nothing() -> None:
    request = ask(PRESIDENTS)
    titles = {PRESIDENT: "顾问", VICE: "总裁"}
    people = tuple(replace(each, position=titles.get(each.user_id, each.position)) for each in PEOPLE)
    changed = Staffing(replace(HERE.company, people=people))
    with pytest.raises(UserError, match="不归你审批"):
        moves.ensure_stands_in(request, PRESIDENT, changed)
    again = moves.restaffed(request, changed, MONDAY)
    assert asked(again) == [VICE]
    assert code_of(again, PRESIDENT) is Code.NO_PERMISSION
    moves.ensure_stands_in(again, VICE, changed)
    assert decide(again, VICE, at=changed).state is RequestState.APPROVED


def test_who_was_asked_as_the_next_in_line_must_still_be_above() -> None:
    """The head has left, so the vice president is asked; she loses her title before she decides."""
    request = moves.restaffed(ask(LEADER), staff(left=(HEAD,)), MONDAY)
    assert asked(request) == [HEAD, VICE]
    people = tuple(replace(each, active=each.user_id != HEAD, position="") for each in PEOPLE)
    changed = Staffing(replace(HERE.company, people=people))
    with pytest.raises(UserError, match="不归你审批"):
        moves.ensure_stands_in(request, VICE, changed)
    again = moves.restaffed(request, changed, MONDAY)
    assert VICE not in asked(again)
    assert asked(again)[-1] == UserId("office")


def test_where_others_have_the_post_nobody_above_is_asked_in_its_stead() -> None:
    """周敏 is HR no longer, 李娜 still is."""
    changed = Staffing(replace(HERE.company, role_rules=by_account({Role.HR: (CLERK_B,)})))
    assert asked(moves.restaffed(ask(HR), changed, MONDAY)) == [CLERK_B]
    assert asked(moves.restaffed(ask(BOTH), changed, MONDAY)) == [CLERK_B]
    assert asked(moves.restaffed(decide(ask(BOTH), CLERK_B), changed, MONDAY)) == [PRESIDENT]


def test_it_lapses() -> None:
    request = ask(LEADER)
    assert moves.expired(request, request.expires_at - timedelta(seconds=1)) is request
    assert moves.expired(request, request.expires_at).state is RequestState.EXPIRED


@dataclass(frozen=True, slots=True)
class Event:
    what: str
    who: UserId
    whom: UserId
    agree: bool
    hours: int
    version: int | None


USERS = st.sampled_from([person.user_id for person in PEOPLE])
EVENTS = st.builds(
    Event,
    st.sampled_from(["decide"] * 4 + ["withdraw", "remind", "escalate", "leave", "delegate", "restaff", "expire"]),
    USERS,
    USERS,
    st.sampled_from([True, True, True, False]),
    st.integers(0, 60),
    st.none() | st.integers(1, 6),
)
STEPS = st.lists(st.sampled_from([LEADER, HR, BOTH, PRESIDENTS]), min_size=1, max_size=3)


@settings(max_examples=150)
@given(STEPS, USERS, st.lists(USERS, max_size=2), st.lists(EVENTS, max_size=25))
def test_whatever_happens(steps: list[Step], by: UserId, concerned: list[UserId], events: list[Event]) -> None:
    """One end, nobody on himself, nobody twice, no step skipped, no change without a higher version."""
    try:
        request = ask(*steps, by=by, concerned=tuple(concerned))
    except UserError:
        return
    left: set[UserId] = set()
    deputies: dict[UserId, UserId] = {}
    now = MONDAY
    for event in events:
        now += timedelta(hours=event.hours)
        before = request
        at = staff(left=tuple(left), deputies=deputies)
        try:
            match event.what:
                case "leave":
                    left.add(event.who)
                case "delegate":
                    deputies[event.who] = event.whom
                case "decide":
                    request = moves.decided(
                        request, event.who, agree=event.agree, staff=at, pace=PACE, now=now, version=event.version
                    )
                case "withdraw":
                    request = moves.withdrawn(request, event.who, now)
                case "remind":
                    request = moves.reminded(request, now)
                case "escalate":
                    request = moves.escalated(request, at, PACE, now)
                case "restaff":
                    request = moves.restaffed(request, at, now)
                case "expire":
                    request = moves.expired(request, now)
        except UserError:
            assert request is before
        _check(before, request)


def _check(before: Request, after: Request) -> None:
    if after != before:
        assert after.version == before.version + 1
        assert before.is_pending, "something happened after the end"
    deciders = [decision.by for decision in after.decisions]
    assert len(deciders) == len(set(deciders))
    assert not after.barred & set(deciders)
    asked_now = asked(after)
    assert len(asked_now) == len(set(asked_now))
    assert not after.barred & set(asked_now)
    assert not set(deciders) & set(asked_now)
    done = [step.is_done for step in after.steps]
    assert all(done[: after.current])
    assert not any(step.seats for step in after.steps[after.current + 1 :])
    assert (after.state is RequestState.APPROVED) == all(done)
    assert (after.state is RequestState.REJECTED) == any(not decision.agreed for decision in after.decisions)
    assert (after.closed_at is None) == after.is_pending
