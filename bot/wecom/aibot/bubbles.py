"""Questions that WeCom asked by callback (D-101031), and the answers on their way to whoever asks next.

An answer leaves in the HTTP response to the question itself, or to one of the polls that follow an unfinished stream.
So a channel offers it, a request takes it, and only what was taken was said. What was taken stays at hand: WeCom asks
again when a response got lost.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from bot.shapes.outgoing import Content

MOST: Final = 10_000


@dataclass(slots=True)
class Bubble:
    """One question. `streaming`: WeCom was told to ask again. `shut`: nothing passes this way any more."""

    streaming: bool = False
    shut: bool = False
    parcel: int | None = None
    content: Content | None = None
    offered: asyncio.Event = field(default_factory=asyncio.Event)
    taken: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_open(self) -> bool:
        """Neither answered nor shut, as far as this process knows."""
        return self.content is None and not self.shut

    def offer(self, parcel: int, content: Content) -> bool:
        """False where it is shut, or the answer of another parcel."""
        if self.shut or self.parcel not in (None, parcel):
            return False
        self.parcel, self.content = parcel, content
        self.offered.set()
        return True

    def take(self) -> Content | None:
        """For the response that is about to leave; the same again for a copy of the request."""
        if self.content is not None:
            self.taken.set()
        return self.content

    def withdraw(self) -> None:
        """Nobody came for it: it goes another way, and no late request may take it as well."""
        self.content, self.shut = None, True

    def known(self, content: Content) -> None:
        """This was said before the process started."""
        self.parcel, self.content = 0, content
        self.offered.set()
        self.taken.set()


class Bubbles:
    """By the question's msgid. Beyond `MOST` the oldest is forgotten."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._bubbles: OrderedDict[str, Bubble] = OrderedDict()

    def of(self, msg_id: str) -> Bubble:
        bubble = self._bubbles.setdefault(msg_id, Bubble())
        if len(self._bubbles) > self._most:
            self._bubbles.popitem(last=False)
        return bubble


async def happens(event: asyncio.Event, *, within: float) -> bool:
    """Whether it does within so many seconds."""
    try:
        async with asyncio.timeout(within):
            await event.wait()
    except TimeoutError:
        return False
    return True
