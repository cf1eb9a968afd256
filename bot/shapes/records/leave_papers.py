"""Papers about ledgers of leave, overtime, and what is asked of all ledgers at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from bot.domain.leave.ledgers.overtime import Overtime, OvertimeState
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.identifiers import UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of a credit, in the counting of its type, and the last day on which it can be taken."""

    user: UserId
    type: str
    year: int
    until: date
    left: Decimal


class LeavePapers(Protocol):
    async def add(self, paper: Paper, *, by: Act) -> None: ...

    async def get(self, number: str) -> Paper | None: ...

    async def days(self, user: UserId) -> Sequence[date]:
        """When papers about his ledger were written, a day for each."""
        ...

    async def of_year(self, kind: PaperKind, year: int) -> Sequence[Paper]:
        """In the order of their numbers."""
        ...

    async def change(self, paper: Paper, state: PaperState, *, by: Act) -> bool:
        """False: it isn't in the state of `paper` any more, and nothing was changed."""
        ...


class LeaveAccounts(Protocol):
    async def credited(self, year: int) -> frozenset[tuple[UserId, str]]:
        """Who was granted something of which type in the account of that year."""
        ...

    async def ending(self, first: date, last: date) -> Sequence[Ending]:
        """Credits of which something is left and whose last day is one of these, by people."""
        ...

    async def expired(self, year: int) -> Sequence[Ending]:
        """What has lapsed of that year's accounts; `until` is the day on which it did."""
        ...


class Overtimes(Protocol):
    """Moments come back in the time zone of the one that was asked with, `now`."""

    async def add(self, overtime: Overtime, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Overtime | None: ...

    async def of(self, user: UserId, first: date, last: date, now: datetime) -> Sequence[Overtime]: ...

    async def between(self, first: date, last: date, now: datetime) -> Sequence[Overtime]: ...

    async def change(self, overtime: Overtime, state: OvertimeState, due_at: datetime | None, *, by: Act) -> bool:
        """False: it isn't in the state of `overtime` any more. `due_at`: when its hours are worked, while nobody has
        credited them. Its `pay` is kept anew."""
        ...

    async def due(self, now: datetime) -> Sequence[Overtime]: ...

    async def next_due(self) -> datetime | None: ...
