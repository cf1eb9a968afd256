"""What was before this ledger was kept, by HR's word: days carried over from the year before, days already taken.

As with grants, HR may say it again with another number: then the difference is corrected.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.booking import Entries, give_back
from bot.domain.leave.ledgers.crediting import CARRIED
from bot.domain.leave.ledgers.entitlement import AnnualRules, carry_until
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger

BY_HR: Final = "人力资源登记"


def was_registered(ledger: Ledger, type_: str, year: int) -> bool:
    """Whether HR has said what was left of the year before, and not this ledger."""
    key = _key(type_, year)
    return any((each.lot, each.cause) == (key, BY_HR) for each in ledger.entries)


def carried_in(ledger: Ledger, type_: str, year: int, amount: Decimal, rules: AnnualRules, *, on: date) -> Entries:
    """What was left of the year before `year`; in the same credit as if this ledger had carried it over."""
    key = _key(type_, year)
    lot = ledger.lot(type_, key)
    change = amount - (lot.tally.credit if lot else NOTHING)
    if lot is not None:
        change = max(change, -lot.left)
    if not change:
        return ()
    rule, until = f"{year - 1} 年没有休完的", carry_until(year - 1, rules)
    if lot:
        return (Entry(EntryKind.CORRECTED, type_, year, change, on, key, BY_HR, rule, until),)
    return (Entry(EntryKind.CARRIED, type_, year, change, date(year, 1, 1), key, BY_HR, rule, until),)


def used_before(ledger: Ledger, type_: str, year: int, amount: Decimal, *, on: date) -> Entries:
    """What was taken in `year`, drawn on the credits that end first; never more than there is."""
    cause = f"{year} 年{type_}{BY_HR}"
    used = sum((tally.used for tally in ledger.of_cause(cause).values()), NOTHING)
    if amount < used:
        returned = (each for each in ledger.entries if each.cause == cause and each.kind is EntryKind.RETURNED)
        back = sum((each.amount for each in returned), NOTHING)
        return give_back(ledger, cause, unused=back + used - amount, on=on)
    entries: list[Entry] = []
    needed = amount - used
    for lot in (lot for lot in ledger.lots(type_) if lot.year == year and lot.left > 0):
        part = min(needed, lot.left)
        if part > 0:
            kinds = (EntryKind.RESERVED, EntryKind.CONSUMED)
            entries += [Entry(kind, type_, year, part, on, lot.key, cause) for kind in kinds]
            needed -= part
    return tuple(entries)


def _key(type_: str, year: int) -> str:
    """Of the credit in which `bot.domain.leave.ledgers.crediting.carry_over` puts it too."""
    return f"{type_} {year - 1} {CARRIED}"
