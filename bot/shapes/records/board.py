"""The editorial board."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.notices.board import Item
from bot.shapes.act import Act


class Board(Protocol):
    async def add(self, item: Item, *, by: Act) -> None: ...

    async def get(self, number: str) -> Item | None: ...

    async def save(self, item: Item, *, was: Item, by: Act) -> bool:
        """With the next revision; False: somebody changed it after `was`."""
        ...

    async def open(self) -> Sequence[Item]:
        """What isn't over, the oldest first."""
        ...

    async def published(self, start: datetime, end: datetime) -> Sequence[Item]:
        """From `start` on and before `end`."""
        ...
