"""Who looked at what is private."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.data_views import DataView
from bot.identifiers import UserId
from bot.shapes.act import Act


class DataViews(Protocol):
    async def note(self, view: DataView, *, by: Act) -> None: ...

    async def of(self, whose: UserId, now: datetime, *, most: int) -> Sequence[DataView]:
        """The newest first. Moments come back in the time zone of `now`."""
        ...

    async def count(self, whose: UserId) -> int: ...

    async def forget(self, before: datetime, *, by: Act) -> None:
        """Delete what is older."""
        ...
