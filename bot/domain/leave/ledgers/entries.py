"""What a ledger of leave is made of. Entries are only ever added; nobody keeps a number beside them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class EntryKind(StrEnum):
    """Amounts are positive, but for CARRIED and CORRECTED: those have the sign of what they do."""

    GRANTED = "发放"
    CARRIED = "结转"  # out of one year's lot and into the next one's: the two add up to nothing
    CORRECTED = "更正"
    RESERVED = "预留"  # asked for
    RELEASED = "释放"  # asked for, and not to be
    CONSUMED = "使用"  # what was reserved has begun
    RETURNED = "退回"  # came back early
    EXPIRED = "过期"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of somebody's ledger, in the counting of its type.

    `year`: which year's account. `lot`: the credit that it opens or draws on. Of a credit, `on` is the first day on
    which it can be taken and `until` the last (None: no end); of other entries `on` is the day they were written.
    `cause`: the number of the request or paper. `rule`: in Chinese, for who asks why.
    """

    kind: EntryKind
    type: str
    year: int
    amount: Decimal
    on: date
    lot: str
    cause: str = ""
    rule: str = ""
    until: date | None = None

    @property
    def effect(self) -> Decimal:
        """What it does to what is left."""
        if self.kind is EntryKind.CONSUMED:
            return Decimal(0)
        return -self.amount if self.kind in _TAKING else self.amount


_TAKING = frozenset({EntryKind.RESERVED, EntryKind.EXPIRED})
OPENING = frozenset({EntryKind.GRANTED, EntryKind.CARRIED, EntryKind.CORRECTED})
