"""What falls due for one case or another."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.timers import Timer


class Timers(Protocol):
    async def set(self, job: str, subject: str, kind: str, due: datetime) -> bool:
        """Moves one that waits; one that rang or was called off stays as it is. Whether it waits now."""
        ...

    async def call_off(self, job: str, subject: str, kinds: Collection[str] | None, at: datetime) -> None:
        """What still waits of a subject: all of it, or of these kinds."""
        ...

    async def due(self, job: str, now: datetime, subjects: int) -> Sequence[Sequence[Timer]]:
        """What waits and is due, by subject, the longest due first; of at most so many subjects."""
        ...

    async def settle(self, timers: Sequence[Timer], at: datetime) -> int:
        """They have rung. How many: not one that was called off or moved meanwhile, or rang elsewhere."""
        ...

    async def put_off(self, timers: Sequence[Timer], until: datetime) -> None:
        """Tried again then; when they were due is not changed. One that was moved beyond that stays as it is."""
        ...

    async def next_due(self, job: str) -> datetime | None: ...

    async def of(self, job: str, subject: str) -> Sequence[Timer]:
        """All that were ever set, in the order in which they fall due."""
        ...
