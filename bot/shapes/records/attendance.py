"""Work away from the company, and punches that are put right."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import PunchFix
from bot.domain.attendance.trips import Trip
from bot.identifiers import UserId
from bot.shapes.act import Act


class Trips(Protocol):
    """Moments come back in the time zone of the one that was asked with."""

    async def hold(self, user: UserId) -> None:
        """Until the transaction ends nobody else files for this person."""
        ...

    async def add(self, trip: Trip, reason: str, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Trip | None: ...

    async def move(self, trip: Trip, state: Filed, *, by: Act) -> bool:
        """False: it isn't as `trip` says any more, and nothing was changed."""
        ...

    async def of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[Trip]:
        """Those that end after `since`, in order of their beginning, whatever became of them."""
        ...

    async def between(self, begins: datetime, ends: datetime, users: Iterable[UserId]) -> Sequence[Trip]:
        """What these people have of that time, or may still have."""
        ...


class PunchFixes(Protocol):
    async def add(self, fix: PunchFix, reason: str, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> PunchFix | None: ...

    async def move(self, number: str, state: Filed, *, by: Act) -> bool:
        """False: it doesn't wait any more."""
        ...

    async def of(self, user: UserId, now: datetime) -> Sequence[PunchFix]:
        """All of his, in order of their days."""
        ...

    async def standing(self, user: UserId, on: date, slot: Slot, now: datetime) -> PunchFix | None:
        """The one that waits or was agreed to, where there is one."""
        ...


class MissedPunches(Protocol):
    """Who was told of which punch that is missing; nothing else of anybody's punches is kept."""

    async def note(self, user: UserId, on: date, slot: Slot, *, by: Act) -> bool:
        """False: he was told before."""
        ...

    async def days(self, user: UserId) -> Sequence[date]:
        """Of which days he was told, once for each punch."""
        ...

    async def forget(self, before: date, *, by: Act, held: Collection[str] = ()) -> None: ...
