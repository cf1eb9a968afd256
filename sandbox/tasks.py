"""Work that runs beside requests: deliveries and delayed closes. It stays in sight and can be waited for."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Tasks:
    """Deliveries are waited for when the clock moves; chores (delayed closes) are not."""

    def __init__(self) -> None:
        self._deliveries: set[asyncio.Task[None]] = set()
        self._chores: set[asyncio.Task[None]] = set()

    def deliver(self, work: Coroutine[Any, Any, None]) -> None:
        self._start(work, self._deliveries)

    def chore(self, work: Coroutine[Any, Any, None]) -> None:
        self._start(work, self._chores)

    def _start(self, work: Coroutine[Any, Any, None], into: set[asyncio.Task[None]]) -> None:
        task = asyncio.create_task(work)
        into.add(task)
        task.add_done_callback(into.discard)

    @property
    def busy(self) -> bool:
        return bool(self._deliveries)

    async def drained(self, patience: float) -> bool:
        """True once no delivery is under way."""
        deadline = asyncio.get_running_loop().time() + patience
        while self._deliveries:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return False
            await asyncio.wait(self._deliveries, timeout=left)
        return True

    async def stop(self) -> None:
        running = [*self._deliveries, *self._chores]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
