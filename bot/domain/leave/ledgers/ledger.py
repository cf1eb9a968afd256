"""One person's ledger of leave: lots and balances, folded from its entries and never kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.entries import OPENING, Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Tally:
    """`credit` is granted, carried and corrected; `held`: asked for and not begun; `used`: without what came back."""

    credit: Decimal = NOTHING
    held: Decimal = NOTHING
    used: Decimal = NOTHING
    expired: Decimal = NOTHING

    @property
    def left(self) -> Decimal:
        return self.credit - self.held - self.used - self.expired

    def plus(self, entry: Entry) -> "Tally":
        amount = entry.amount
        match entry.kind:
            case EntryKind.GRANTED | EntryKind.CARRIED | EntryKind.CORRECTED:
                return Tally(self.credit + amount, self.held, self.used, self.expired)
            case EntryKind.RESERVED:
                return Tally(self.credit, self.held + amount, self.used, self.expired)
            case EntryKind.RELEASED:
                return Tally(self.credit, self.held - amount, self.used, self.expired)
            case EntryKind.CONSUMED:
                return Tally(self.credit, self.held - amount, self.used + amount, self.expired)
            case EntryKind.RETURNED:
                return Tally(self.credit, self.held, self.used - amount, self.expired)
            case EntryKind.EXPIRED:
                return Tally(self.credit, self.held, self.used, self.expired + amount)


@dataclass(frozen=True, slots=True)
class Lot:
    """A credit that can be taken from `since` to `until`, both included; no end where that is None."""

    key: str
    type: str
    year: int
    since: date
    until: date | None
    tally: Tally

    @property
    def left(self) -> Decimal:
        return self.tally.left

    def serves(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Ledger:
    """`entries` in the order in which they were written."""

    entries: tuple[Entry, ...] = ()

    def plus(self, entries: Iterable[Entry]) -> "Ledger":
        return Ledger((*self.entries, *entries))

    def lots(self, type_: str) -> tuple[Lot, ...]:
        """Of one type, the one that ends first coming first."""
        found = (lot for lot in self._lots.values() if lot.type == type_)
        return tuple(sorted(found, key=lambda lot: (lot.until or date.max, lot.since, lot.key)))

    def lot(self, type_: str, key: str) -> Lot | None:
        return self._lots.get((type_, key))

    def of_cause(self, cause: str) -> dict[tuple[str, str], Tally]:
        """What one request holds and has used, by type and lot, in the order in which it drew on them."""
        return _folded(entry for entry in self.entries if entry.cause == cause and entry.kind not in OPENING)

    def balance(self, type_: str, year: int) -> Tally:
        """Of one year's account."""
        tally = Tally()
        for entry in self._of(type_, year):
            tally = tally.plus(entry)
        return tally

    def available(self, type_: str, on: date) -> Decimal:
        """What could be taken on one day."""
        return sum((lot.left for lot in self.lots(type_) if lot.serves(on)), NOTHING)

    def years(self, type_: str) -> tuple[int, ...]:
        return tuple(sorted({entry.year for entry in self.entries if entry.type == type_}))

    def _of(self, type_: str, year: int) -> Iterator[Entry]:
        return (entry for entry in self.entries if (entry.type, entry.year) == (type_, year))

    @cached_property
    def _lots(self) -> dict[tuple[str, str], Lot]:
        tallies = _folded(self.entries)
        opened: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            if entry.kind in OPENING:
                opened.setdefault((entry.type, entry.lot), entry)
        return {
            key: Lot(key[1], key[0], first.year, first.on, first.until, tallies[key]) for key, first in opened.items()
        }


def _folded(entries: Iterable[Entry]) -> dict[tuple[str, str], Tally]:
    tallies: dict[tuple[str, str], Tally] = {}
    for entry in entries:
        key = (entry.type, entry.lot)
        tallies[key] = tallies.get(key, Tally()).plus(entry)
    return tallies
