"""The ledger follows the state of a request, whatever was missed in between."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.booking import reserve
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger, portions
from tests.domain.leave.requests import TYPES, ask

TODAY = d("11-22")
RESERVED = ledger("5").plus(reserve(ledger("5"), TYPES["年假"], portions("11-23 x3"), cause="QJ-1", on=TODAY))


def caught_up(request: LeaveRequest) -> Ledger:
    after = RESERVED.plus(following(RESERVED, request, on=TODAY))
    assert following(after, request, on=TODAY) == ()
    return after


@pytest.mark.parametrize("state", LeaveState)
def test_each_state_has_its_balance(state: LeaveState) -> None:
    tally = caught_up(ask("11-23/11-25", state=state)).balance("年假", 2026)
    held = Decimal(3) if state in {LeaveState.PENDING, LeaveState.APPROVED} else Decimal(0)
    used = Decimal(3) if state in {LeaveState.RUNNING, LeaveState.ENDED} else Decimal(0)
    assert (tally.held, tally.used) == (held, used)


def test_a_start_that_was_missed_is_made_up_for() -> None:
    early = replace(ask("11-23/11-25", state=LeaveState.ENDED), unused=Decimal(1))
    assert caught_up(early).balance("年假", 2026).used == 2
