"""Deputies: not oneself, not in a circle, not two at a time, and nobody is pushed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.domain.approvals.delegations import (
    Delegation,
    DelegationState,
    ensure_not_pushing,
    ensure_possible,
    in_force,
)
from bot.errors import Code, UserError
from bot.identifiers import UserId

A, B, C = UserId("a"), UserId("b"), UserId("c")
TODAY = date(2026, 11, 22)
ACCEPTED, OFFERED = DelegationState.ACCEPTED, DelegationState.OFFERED
NOW = datetime(2026, 11, 22, 10, 0, 30, tzinfo=timezone(timedelta(hours=8)))


def lend(principal: UserId, deputy: UserId, start: int, end: int, state: DelegationState = ACCEPTED) -> Delegation:
    return Delegation(principal, deputy, date(2026, 11, start), date(2026, 11, end), state, id=start)


@pytest.mark.parametrize(
    ("wanted", "others", "code"),
    [
        (lend(A, A, 23, 27), [], Code.SELF_TARGET),
        (lend(A, B, 27, 23), [], Code.INVALID_RANGE),
        (lend(A, B, 10, 12), [], Code.PAST_DATE),
        (Delegation(A, B, TODAY, date(2027, 2, 21)), [], None),
        (Delegation(A, B, TODAY, date(2027, 2, 22)), [], Code.LIMIT),
        (lend(A, B, 23, 27), [lend(A, C, 27, 28)], Code.OVERLAP),
        (lend(A, B, 23, 27), [lend(A, C, 28, 29)], None),
        (lend(A, B, 23, 27), [lend(A, C, 25, 28, DelegationState.ENDED)], None),
        (lend(A, B, 23, 27), [lend(B, A, 24, 25)], Code.BAD_STATE),
        (lend(A, B, 23, 27), [lend(B, A, 24, 25, DelegationState.OFFERED)], Code.BAD_STATE),
        (lend(A, B, 23, 27), [lend(B, C, 20, 25), lend(C, A, 26, 28)], None),  # never on one day
        (lend(A, B, 23, 27), [lend(B, C, 20, 26), lend(C, A, 26, 28)], Code.BAD_STATE),
    ],
)
def test_what_is_possible(wanted: Delegation, others: list[Delegation], code: Code | None) -> None:
    if code is None:
        ensure_possible(wanted, others, TODAY)
        return
    with pytest.raises(UserError) as refused:
        ensure_possible(wanted, others, TODAY)
    assert refused.value.code is code


@pytest.mark.parametrize(
    ("others", "asked", "sentence"),
    [
        ([], None, None),
        ([lend(A, B, 24, 24, OFFERED), lend(A, C, 25, 25, OFFERED)], None, None),
        ([lend(A, C, day, day, OFFERED) for day in (24, 25, 26)], None, "你有 3 份委托还没有人答复"),
        ([lend(A, C, day, day) for day in (24, 25, 26)], None, None),
        ([lend(C, A, day, day, OFFERED) for day in (24, 25, 26)], None, None),
        ([], timedelta(hours=1), None),
        ([], timedelta(minutes=59, seconds=45), "10:01 以后再发"),
    ],
)
def test_nobody_is_pushed(others: list[Delegation], asked: timedelta | None, sentence: str | None) -> None:
    asked_at = (NOW - asked).astimezone(UTC) if asked else None
    if sentence is None:
        ensure_not_pushing(lend(A, B, 23, 23), others, asked_at, NOW)
        return
    with pytest.raises(UserError, match=sentence) as refused:
        ensure_not_pushing(lend(A, B, 23, 23), others, asked_at, NOW)
    assert refused.value.code is Code.LIMIT


def test_only_an_accepted_one_is_in_force() -> None:
    offered = lend(B, C, 23, 27, DelegationState.OFFERED)
    assert in_force([lend(A, B, 23, 27), offered], date(2026, 11, 27)) == {A: B}
    assert in_force([lend(A, B, 23, 27), offered], date(2026, 11, 28)) == {}
