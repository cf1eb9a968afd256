"""Something that several checks want to know and that is asked for once."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """`await once.get()`: the first caller starts it, all share the answer, and none of them can cancel it."""

    def __init__(self, ask: Callable[[], Awaitable[T]]) -> None:
        self._ask = ask
        self._task: asyncio.Future[T] | None = None

    async def get(self) -> T:
        if self._task is None:
            self._task = asyncio.ensure_future(self._ask())
        return await asyncio.shield(self._task)

    async def close(self) -> None:
        """Let go of what is still under way."""
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])
