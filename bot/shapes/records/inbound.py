"""What came in because of publishing, and waits for an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.notices.inbound import Inbound
from bot.identifiers import UserId
from bot.shapes.act import Act


class InboundItems(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, item: Inbound, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Inbound | None: ...

    async def save(self, item: Inbound, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Inbound]:
        """The first to be answered first."""
        ...

    async def open_about(self, about: str, asker: UserId, now: datetime) -> Inbound | None:
        """The last one of his that waits."""
        ...
