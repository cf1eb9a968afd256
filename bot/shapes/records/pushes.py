"""Whether notices go out at all (D11§二.1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.identifiers import UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class PushPause:
    by: UserId
    since: datetime


class Pushes(Protocol):
    async def paused(self) -> PushPause | None: ...

    async def pause(self, *, by: Act) -> bool:
        """False: they are already."""
        ...

    async def resume(self, *, by: Act) -> bool:
        """False: they weren't paused."""
        ...
