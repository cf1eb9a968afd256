"""What the administrator looks after: backups."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.upkeep.backups import Backup
from bot.shapes.act import Act


class Backups(Protocol):
    async def want(self, backup: Backup, *, by: Act) -> None: ...

    async def wanted(self) -> Sequence[Backup]:
        """Not begun, or not finished when the program was stopped; the oldest first."""
        ...

    async def all(self) -> Sequence[Backup]:
        """Whose file isn't deleted; the newest first."""
        ...

    async def untold(self) -> Sequence[Backup]:
        """That came to an end, and nobody was told."""
        ...

    async def save(self, backup: Backup, change: str, *, by: Act) -> None:
        """`change`: made, failed, gone, told, for the trail."""
        ...
