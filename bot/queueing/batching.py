"""Many small writes, one commit: whatever waits while a flush is under way goes into the next one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

I = TypeVar("I")  # noqa: E741 - items in, results out
R = TypeVar("R")


class Batcher(Generic[I, R]):
    """`flush` gets up to `most` items and returns one result each, in order, once they are committed.

    If it raises, every item of that batch gets the exception and nothing of it is kept; unless it was a ValueError,
    which one item alone is to blame for: then each is flushed by itself.
    """

    def __init__(self, flush: Callable[[Sequence[I]], Awaitable[Sequence[R]]], *, most: int = 100) -> None:
        self._flush = flush
        self._most = most
        self._pressing: list[tuple[I, asyncio.Future[R]]] = []
        self._waiting: list[tuple[I, asyncio.Future[R]]] = []
        self._running: asyncio.Task[None] | None = None

    async def add(self, item: I, *, first: bool = False) -> R:
        """Returns after the commit. A cancelled caller's item is written all the same.

        `first`: before everything else that waits for the next commit, but for what pressed before.
        """
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        (self._pressing if first else self._waiting).append((item, done))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await done

    async def _run(self) -> None:
        try:
            while batch := self._next():
                await self._settle(batch)
        finally:
            self._running = None

    def _next(self) -> list[tuple[I, asyncio.Future[R]]]:
        pressing, self._pressing = self._pressing[: self._most], self._pressing[self._most :]
        room = self._most - len(pressing)
        others, self._waiting = self._waiting[:room], self._waiting[room:]
        return pressing + others

    async def _settle(self, batch: list[tuple[I, asyncio.Future[R]]]) -> None:
        try:
            results = await self._flush([item for item, _ in batch])
            settled = list(zip(batch, results, strict=True))
        except Exception as error:
            await self._failed(batch, error)
            return
        for (_, done), result in settled:
            if not done.done():
                done.set_result(result)

    async def _failed(self, batch: list[tuple[I, asyncio.Future[R]]], error: Exception) -> None:
        if isinstance(error, ValueError) and len(batch) > 1:
            for each in batch:
                await self._settle([each])
            return
        for _, done in batch:
            if not done.done():
                done.set_exception(error)
