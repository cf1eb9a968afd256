"""What somebody has of each type that has a balance."""

from dataclasses import dataclass

from bot.domain.leave.ledger import Ledger, Tally
from bot.domain.leave.types import LeaveType
from bot.domain.leave.wishes import is_known, missing_credits
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk


@dataclass(frozen=True, slots=True)
class Balance:
    """Of one type in one year. `tally` is None where nobody has said what this person has."""

    kind: LeaveType
    year: int
    tally: Tally | None


async def balances(desk: Desk, user: UserId, year: int) -> tuple[Balance, ...]:
    """Every type with a balance, in the order of the catalogue. Reads, and writes nothing."""
    ledger = await up_to_date(desk, user, year)
    kinds = (kind for kind in desk.company.leave.types.types.values() if kind.has_balance)
    return tuple(
        Balance(
            kind, year, ledger.balance(kind.name, year) if is_known(ledger, kind, user, [year], desk.company) else None
        )
        for kind in kinds
    )


async def up_to_date(desk: Desk, user: UserId, year: int) -> Ledger:
    """The ledger as it would be if something were asked for today."""
    ledger, today = await desk.store.leave_ledgers.of(user), desk.now.date()
    for kind in desk.company.leave.types.types.values():
        ledger = ledger.plus(missing_credits(ledger, kind, user, [year], desk.company, today))
    return ledger
