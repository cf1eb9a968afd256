"""What a request does to the ledger: reserved when asked for, consumed at its start, released or returned otherwise.

Each function gives the entries to be written, and none where they were written before: it may be called again.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.cost import Portion
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger, Lot, Tally
from bot.domain.leave.types.leave_type import LeaveType
from bot.errors import Code, Defect, UserError

Entries = tuple[Entry, ...]


def reserve(ledger: Ledger, kind: LeaveType, portions: Iterable[Portion], *, cause: str, on: date) -> Entries:
    """Each day draws on the credits that serve it, the one that ends first before the others.

    Raises UserError (E_QUOTA) where they don't suffice. A type without a balance needs no entries.
    """
    if not kind.has_balance or ledger.of_cause(cause):
        return ()
    return _allocated(ledger, kind, portions, cause=cause, on=on)


def rebook(ledger: Ledger, kind: LeaveType, portions: Iterable[Portion], *, cause: str, on: date) -> Entries:
    """It was counted again before it began: what it held is released, and what it takes now is reserved.

    None where nothing changes. Raises UserError (E_QUOTA) as `reserve` does.
    """
    released = release(ledger, cause, on=on)
    if not released:
        return ()
    anew = _allocated(ledger.plus(released), kind, portions, cause=cause, on=on)
    same = {entry.lot: entry.amount for entry in released} == {entry.lot: entry.amount for entry in anew}
    return () if same else (*released, *anew)


def consume(ledger: Ledger, cause: str, *, on: date) -> Entries:
    """It has begun: what it held is used."""
    held = ledger.of_cause(cause).items()
    return tuple(_drawn(ledger, EntryKind.CONSUMED, key, tally.held, on, cause) for key, tally in held if tally.held)


def release(ledger: Ledger, cause: str, *, on: date) -> Entries:
    """It is not to be: what it held is free again."""
    held = ledger.of_cause(cause).items()
    return tuple(_drawn(ledger, EntryKind.RELEASED, key, tally.held, on, cause) for key, tally in held if tally.held)


def give_back(ledger: Ledger, cause: str, *, unused: Decimal, on: date) -> Entries:
    """Somebody is back early: in the end `unused` of it has come back, to the credits that end last."""
    drawn = ledger.of_cause(cause)
    if not drawn:
        return ()
    returned = sum((entry.amount for entry in _returned(ledger, cause)), NOTHING)
    left, entries = unused - returned, []
    by_end = sorted(drawn.items(), key=lambda item: _end(ledger, item[0]), reverse=True)
    for key, tally in by_end:
        amount = min(left, tally.used)
        if amount > 0:
            entries.append(_drawn(ledger, EntryKind.RETURNED, key, amount, on, cause))
            left -= amount
    if left > 0:
        raise Defect("more comes back than was used")
    return tuple(entries)


def _allocated(ledger: Ledger, kind: LeaveType, portions: Iterable[Portion], *, cause: str, on: date) -> Entries:
    left = {lot: lot.left for lot in ledger.lots(kind.name) if lot.left > 0}
    drawn: dict[Lot, Decimal] = {}
    wanted = sorted(portions, key=lambda portion: portion.on)
    for portion in wanted:
        needed = portion.amount
        for lot in (lot for lot in left if lot.serves(portion.on)):
            taken = min(needed, left[lot])
            drawn[lot] = drawn.get(lot, NOTHING) + taken
            left[lot], needed = left[lot] - taken, needed - taken
        if needed:
            raise _too_much(kind, sum((each.amount for each in wanted), NOTHING), ledger, portion.on)
    return tuple(_entry(EntryKind.RESERVED, lot, amount, on, cause) for lot, amount in drawn.items() if amount)


def _returned(ledger: Ledger, cause: str) -> Iterable[Entry]:
    return (each for each in ledger.entries if each.cause == cause and each.kind is EntryKind.RETURNED)


def _end(ledger: Ledger, key: tuple[str, str]) -> date:
    return _lot(ledger, key).until or date.max


def _drawn(ledger: Ledger, kind: EntryKind, key: tuple[str, str], amount: Decimal, on: date, cause: str) -> Entry:
    return _entry(kind, _lot(ledger, key), amount, on, cause)


def _lot(ledger: Ledger, key: tuple[str, str]) -> Lot:
    lot = ledger.lot(*key)
    if lot is None:
        raise Defect("an entry draws on a credit that nobody gave")
    return lot


def _entry(kind: EntryKind, lot: Lot, amount: Decimal, on: date, cause: str) -> Entry:
    return Entry(kind, lot.type, lot.year, amount, on, lot.key, cause)


def _too_much(kind: LeaveType, wanted: Decimal, ledger: Ledger, on: date) -> UserError:
    left = kind.counting.said(max(NOTHING, ledger.available(kind.name, on)))
    held: Decimal = sum((lot.tally.held for lot in ledger.lots(kind.name) if lot.serves(on)), Tally().held)
    pending = f"（另有 {kind.counting.said(held)}已被别的申请占用）" if held else ""
    return UserError(
        Code.QUOTA,
        f"{kind.name}不够：这次要 {kind.counting.said(wanted)}，{on.year}年这时能用的还有 {left}{pending}。"
        "可以少请一些，或换一种假；发 /假期余额 看明细。",
    )
