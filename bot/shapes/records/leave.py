"""Leaves that people asked for, and their ledgers."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.leave.ledgers.entries import Entry
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.request import LeaveRequest
from bot.identifiers import UserId
from bot.shapes.act import Act


class Leaves(Protocol):
    """Moments come back in the time zone of the one that was asked with, `now`."""

    async def add(self, leave: LeaveRequest, reason: str, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> LeaveRequest | None: ...

    async def reason(self, number: str) -> str | None:
        """Private: whoever shows it to somebody writes that down (`data_views`). Empty: none was given; None: no key
        here opens it."""
        ...

    async def with_reason(self, user: UserId) -> int:
        """How many of his have one."""
        ...

    async def save(self, leave: LeaveRequest, *, was: int, change: str, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[LeaveRequest]:
        """Those that end after `since`, in order of their beginning, whatever became of them."""
        ...

    async def between(self, begins: datetime, ends: datetime, users: Iterable[UserId]) -> Sequence[LeaveRequest]:
        """What these people have of that time, or may still have."""
        ...

    async def hold_decisions(self, user: UserId) -> None:
        """Until the transaction ends nobody else agrees to a leave of this person. Before any team."""
        ...

    async def everybodys(self, begins: datetime, ends: datetime) -> Sequence[LeaveRequest]:
        """All of that time, whatever became of them, in order of their beginning."""
        ...

    async def hold_team(self, team: str) -> None:
        """Until the transaction ends nobody else agrees to a leave of this team. Of several, in order of their names,
        and before any ledger: whoever else takes both takes them like that."""
        ...

    async def away(self) -> frozenset[UserId]:
        """Who is on leave by the day now; whoever is away by the hour is back in time."""
        ...

    async def due(self, now: datetime) -> Sequence[LeaveRequest]:
        """Those that time moves on by now."""
        ...

    async def next_due(self) -> datetime | None: ...


class LeaveLedgers(Protocol):
    async def hold(self, user: UserId) -> None:
        """Until the transaction ends nobody else reads this ledger to write to it: two wishes at once can't both
        have the last day."""
        ...

    async def of(self, user: UserId) -> Ledger: ...

    async def write(self, user: UserId, entries: Sequence[Entry], *, by: Act) -> None: ...
