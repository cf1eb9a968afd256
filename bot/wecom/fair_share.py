"""Of what all senders share each has his part: whoever sends without end waits for himself, and nobody else for him."""

import time
from asyncio import Semaphore
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from bot.identifiers import UserId

AT_ONCE: Final = 8  # over all senders
OF_ONE: Final = 3  # of these
A_MINUTE: Final = 30  # of one sender; a telephone sends nine at once
AN_HOUR: Final = 300
_HOUR: Final = 3600.0
_MOST_KNOWN: Final = 10_000  # senders; who sent nothing within the hour is forgotten


class TooManyError(Exception):
    """Of this sender, in this minute or this hour."""


@dataclass(slots=True)
class _Sender:
    gate: Semaphore = field(default_factory=lambda: Semaphore(OF_ONE))
    times: deque[float] = field(default_factory=deque)


class FairShare:
    """`now`: seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._gate = Semaphore(AT_ONCE)
        self._senders: dict[UserId, _Sender] = {}

    @asynccontextmanager
    async def of(self, user: UserId) -> AsyncIterator[None]:
        """Raises TooManyError."""
        sender = self._counted(user)
        async with sender.gate, self._gate:
            yield

    def _counted(self, user: UserId) -> _Sender:
        now = self._now()
        self._forget(now)
        sender = self._senders.setdefault(user, _Sender())
        while sender.times and sender.times[0] <= now - _HOUR:
            sender.times.popleft()
        lately = sum(1 for each in reversed(sender.times) if each > now - 60)
        if lately >= A_MINUTE or len(sender.times) >= AN_HOUR:
            raise TooManyError("too many pictures of one sender")
        sender.times.append(now)
        return sender

    def _forget(self, now: float) -> None:
        if len(self._senders) >= _MOST_KNOWN:
            quiet = [user for user, each in self._senders.items() if not each.times or each.times[-1] <= now - _HOUR]
            for user in quiet:
                del self._senders[user]
