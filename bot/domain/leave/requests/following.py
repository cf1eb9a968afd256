"""The ledger follows the state of a request: whatever happened in between, this brings it up to date."""

from datetime import date

from bot.domain.leave.ledgers.booking import Entries, consume, give_back, release
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.request import LeaveRequest, LeaveState


def following(ledger: Ledger, request: LeaveRequest, *, on: date) -> Entries:
    """The entries that are still missing for a request in its state; none where all are there.

    What was asked for is reserved when it is asked for (`booking.reserve`), in the same transaction.
    """
    if request.state.is_off:
        return release(ledger, request.number, on=on)
    if request.state not in {LeaveState.RUNNING, LeaveState.ENDED}:
        return ()
    consumed = consume(ledger, request.number, on=on)
    if not request.unused:
        return consumed
    return (*consumed, *give_back(ledger.plus(consumed), request.number, unused=request.unused, on=on))
