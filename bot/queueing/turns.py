"""Work that is woken again and again: whoever stops it lets what has begun come to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any


class Turns:
    """`asleep`: then nothing begins, and nobody is told so each second."""

    def __init__(self, asleep: Callable[[], bool] = lambda: False) -> None:
        self._asleep = asleep
        self._begun: set[asyncio.Task[Any]] = set()

    def of(self, wake: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
        """`wake`, run in a task of its own each time."""

        async def turn() -> None:
            if self._asleep():
                return
            if task := asyncio.current_task():
                self._begun.add(task)
                task.add_done_callback(self._begun.discard)
            await wake()

        return turn

    async def ended(self, within: float) -> None:
        """Once all that has begun is over, or after `within` seconds."""
        if self._begun:
            await asyncio.wait(self._begun, timeout=within)
