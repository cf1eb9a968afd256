"""SQLite's one writer, shared: transactions that wait for it commit together, each taken back alone if it fails.

A commit waits for the disk and for another thread; what is changed in between takes microseconds. So whoever comes
while others are at it joins them: many transactions, one commit, and nobody hears of his before it is on the disk.
"""

import asyncio
import contextvars
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connections
from tortoise.transactions import in_transaction

T = TypeVar("T")
Work = Callable[[], Awaitable[T]]

MOST: Final = 32
LONGEST: Final = 0.01  # seconds after which nobody joins any more: who came first waits for who came last


@dataclass(slots=True, eq=False)
class _Wish:
    """`context`: of the caller, in which his work runs."""

    work: Work[Any]
    done: asyncio.Future[Any]
    context: contextvars.Context = field(default_factory=contextvars.copy_context)
    result: Any = None
    error: BaseException | None = None

    async def run(self, transaction: TransactionalDBClient) -> None:
        """Until its end, good or bad; never half of it."""
        task = asyncio.create_task(_within(transaction, self.work), context=self.context)
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])
            raise
        self.error = asyncio.CancelledError() if task.cancelled() else task.exception()
        self.result = None if self.error else task.result()

    def settle(self) -> None:
        if self.done.done():
            return
        if isinstance(self.error, asyncio.CancelledError):
            self.done.cancel()
        elif self.error is not None:
            self.done.set_exception(self.error)
        else:
            self.done.set_result(self.result)


class Together:
    def __init__(self) -> None:
        self._waiting: deque[_Wish] = deque()
        self._leader: asyncio.Task[None] | None = None

    async def transact(self, work: Work[T]) -> T:
        """What `work` returns, once it is committed. A caller who is cancelled in the midst of it waits for its end."""
        wish = _Wish(work, asyncio.get_running_loop().create_future())
        self._waiting.append(wish)
        if self._leader is None:
            self._leader = asyncio.create_task(self._lead(), name="transactions")
        try:
            result: T = await asyncio.shield(wish.done)
        except asyncio.CancelledError:
            if wish in self._waiting:
                self._waiting.remove(wish)
            elif not wish.done.done():
                await asyncio.wait([wish.done])
            raise
        return result

    async def close(self, within: float) -> None:
        """What is still under way is taken back."""
        if self._leader:
            self._leader.cancel()
            await asyncio.wait([self._leader], timeout=within)
        self._leave()  # one that never began has told nobody

    async def _lead(self) -> None:
        try:
            while self._waiting:
                await self._commit()
        finally:
            self._leader = None
            self._leave()

    def _leave(self) -> None:
        for wish in self._waiting:
            wish.done.cancel()
        self._waiting.clear()

    async def _commit(self) -> None:
        """Where SQLite took back all, as on a full disk, the commit fails, and with it whatever had seemed done."""
        begun: list[_Wish] = []
        try:
            async with in_transaction() as transaction:
                until = time.monotonic() + LONGEST
                while self._waiting and len(begun) < MOST and time.monotonic() < until:
                    begun.append(self._waiting.popleft())
                    await begun[-1].run(transaction)
        except BaseException as error:
            self._failed(begun, error)
            if not isinstance(error, Exception):
                raise
        finally:
            for wish in begun:
                wish.settle()

    def _failed(self, begun: list[_Wish], error: BaseException) -> None:
        """Of nobody's work anything stands; where it could not even begin, all who waited for it hear so."""
        if not begun:
            begun.extend(self._waiting)
            self._waiting.clear()
        for wish in begun:
            wish.error = wish.error or error


async def _within(transaction: TransactionalDBClient, work: Work[T]) -> T:
    """In a savepoint of its own."""
    handler = get_connections()
    token = handler.set(transaction.connection_name, transaction)
    try:
        async with in_transaction():
            return await work()
    finally:
        handler.reset(token)
