"""How late the event loop is: what blocks it shows here before people notice."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

EVERY: Final = 0.25  # seconds
KEPT: Final = 240  # a minute's worth


class LoopLag:
    """Measured inside `watching()`."""

    def __init__(self, *, every: float = EVERY) -> None:
        self._every = every
        self._late: deque[float] = deque(maxlen=KEPT)

    @property
    def worst(self) -> float:
        """Seconds; of the last minute."""
        return max(self._late, default=0.0)

    def note(self, late: float) -> None:
        self._late.append(late)

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._watch(), name="loop lag")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + self._every
            await asyncio.sleep(self._every)
            self.note(max(0.0, loop.time() - due))
