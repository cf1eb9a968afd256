"""One numbered journal of everything that can be seen: said, sent, pressed, recalled, dropped, connected, moved.

An item is `{"seq", "at", "kind", …}`; `seq` counts from 1 without gaps. Readers ask for what came after
a number and may wait.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from sandbox.clock import Clock
from sandbox.json_types import Json


class Journal:
    """Append-only. Nothing in it changes later: an edit is a new item that names the first one."""

    __slots__ = ("_changed", "_clock", "_closed", "_items")

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._items: list[Json] = []
        self._changed = asyncio.Event()
        self._closed = False

    @property
    def last(self) -> int:
        return len(self._items)

    def add(self, kind: str, **fields: Any) -> int:
        """Write one item down, wake who waits; returns its number."""
        seq = len(self._items) + 1
        self._items.append({"seq": seq, "at": self._clock.iso(), "kind": kind, **fields})
        self._changed.set()
        self._changed = asyncio.Event()
        return seq

    def close(self) -> None:
        """Nobody waits any more: the server is stopping."""
        self._closed = True
        self._changed.set()

    def item(self, seq: int) -> Json:
        return self._items[seq - 1]

    async def after(
        self, seq: int, wait: float, wanted: Callable[[Json], bool] = lambda item: True
    ) -> tuple[list[Json], int]:
        """Items after `seq` that are wanted, and the number read up to. With none there, waits up to `wait` seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wait
        while True:
            changed = self._changed
            found = [item for item in self._items[max(seq, 0) :] if wanted(item)]
            left = deadline - loop.time()
            if found or left <= 0 or self._closed:
                return found, self.last
            try:
                async with asyncio.timeout(left):
                    await changed.wait()
            except TimeoutError:
                return [], self.last
