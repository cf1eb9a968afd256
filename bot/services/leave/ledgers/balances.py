"""What somebody has of each type that has a balance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.ledger import Ledger, Lot, Tally
from bot.domain.leave.requests.wishes import is_known, missing_credits
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk


@dataclass(frozen=True, slots=True)
class Balance:
    """Of one type in one year. `tally` is None where nobody has said what this person has.

    `ends`: what is left of it, by its last day, the first to end coming first.
    """

    kind: LeaveType
    year: int
    tally: Tally | None
    ends: tuple[tuple[date, Decimal], ...] = ()


async def balances(desk: Desk, user: UserId, year: int) -> tuple[Balance, ...]:
    """Every type with a balance, in the order of the catalogue. Reads, and writes nothing."""
    ledger = await up_to_date(desk, user, year)
    kinds = (kind for kind in desk.company.leave.types.types.values() if kind.has_balance)
    return tuple(_balance(ledger, kind, user, year, desk) for kind in kinds)


async def up_to_date(desk: Desk, user: UserId, year: int) -> Ledger:
    """The ledger as it would be if something were asked for today."""
    ledger, today = await desk.store.leave_ledgers.of(user), desk.now.date()
    for kind in desk.company.leave.types.types.values():
        ledger = ledger.plus(missing_credits(ledger, kind, user, [year], desk.company, today))
    return ledger


async def brought_up_to_date(desk: Desk, user: UserId, year: int) -> Ledger:
    """The same, written down and held: whoever changes something of it does so on this."""
    await desk.store.leave_ledgers.hold(user)
    kept = await desk.store.leave_ledgers.of(user)
    ledger = await up_to_date(desk, user, year)
    await desk.store.leave_ledgers.write(user, ledger.entries[len(kept.entries) :], by=desk.act)
    return ledger


def _balance(ledger: Ledger, kind: LeaveType, user: UserId, year: int, desk: Desk) -> Balance:
    known = is_known(ledger, kind, user, [year], desk.company)
    if not known and year not in ledger.years(kind.name) and not _older(ledger, kind, year):
        return Balance(kind, year, None)
    lots = [lot for lot in ledger.lots(kind.name) if lot.year == year or lot in _older(ledger, kind, year)]
    ends: dict[date, Decimal] = {}
    for lot in lots:
        if lot.left > 0 and lot.until:
            ends[lot.until] = ends.get(lot.until, NOTHING) + lot.left
    return Balance(kind, year, _tally(ledger, kind, year), tuple(ends.items()))


def from_before(ledger: Ledger, kind: LeaveType, year: int) -> Mapping[int, Decimal]:
    """Hours of overtime don't end with their year: what is left of earlier ones."""
    found: dict[int, Decimal] = {}
    for lot in _older(ledger, kind, year):
        found[lot.year] = found.get(lot.year, NOTHING) + lot.left
    return found


def _older(ledger: Ledger, kind: LeaveType, year: int) -> tuple[Lot, ...]:
    if kind.kept is not Kept.OVERTIME:
        return ()
    return tuple(lot for lot in ledger.lots(kind.name) if lot.year < year and (lot.left or lot.tally.held))


def _tally(ledger: Ledger, kind: LeaveType, year: int) -> Tally:
    """What was used of earlier years' hours was used then."""
    own, older = ledger.balance(kind.name, year), _older(ledger, kind, year)
    held = sum((lot.tally.held for lot in older), NOTHING)
    left = sum((lot.left for lot in older), NOTHING)
    return Tally(own.credit + held + left, own.held + held, own.used, own.expired)
