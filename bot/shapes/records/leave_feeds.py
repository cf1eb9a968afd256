"""Calendars that people subscribe to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.leave.seeing.feeds import Feed
from bot.identifiers import UserId
from bot.shapes.act import Act


class LeaveFeeds(Protocol):
    async def issue(self, token: str, user: UserId, team: int | None, *, by: Act) -> None:
        """The address before this one, of the same calendar, is worth nothing from now on."""
        ...

    async def find(self, token: str, now: datetime) -> Feed | None:
        """None: no such address was given out, or not any more."""
        ...

    async def of(self, user: UserId, now: datetime) -> Sequence[Feed]:
        """Those that he can still read."""
        ...

    async def stop(self, user: UserId, *, by: Act) -> int:
        """All of his; how many there were."""
        ...
