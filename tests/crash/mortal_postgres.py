"""A PostgreSQL driver whose process dies at its n-th statement: `Database.open(url, engine=...)`, within `dying(n)`.

All its connections break at once, as the kernel breaks those of a killed process, and it never speaks again.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import asyncpg

from bot.storage.engine.postgres import Client, Connection


class Fate:
    def __init__(self, at: int) -> None:
        self.steps = 0
        self.died = asyncio.Event()
        self._at = at
        self._connections: set[asyncpg.Connection] = set()

    def step(self, connection: asyncpg.Connection) -> None:
        """Raises when it is over."""
        self._connections.add(connection)
        self.steps += 1
        if self.steps >= self._at:
            self.end()
        if self.died.is_set():
            raise ConnectionResetError("this process is dead")

    def end(self) -> None:
        self.died.set()
        for each in self._connections:
            each.terminate()


_fate: ContextVar[Fate] = ContextVar("fate")


@contextmanager
def dying(at: int) -> Iterator[Fate]:
    fate = Fate(at)
    token = _fate.set(fate)
    try:
        yield fate
    finally:
        _fate.reset(token)


class MortalConnection(Connection):
    """A statement is two steps: once before it is sent, once after it was done and nobody heard of it."""

    async def execute(self, *values: Any, **options: Any) -> str:
        return str(await self._stepped(super().execute, *values, **options))

    async def fetch(self, *values: Any, **options: Any) -> list[Any]:
        return list(await self._stepped(super().fetch, *values, **options))

    async def fetchrow(self, *values: Any, **options: Any) -> Any:
        return await self._stepped(super().fetchrow, *values, **options)

    async def _stepped(self, call: Any, *values: Any, **options: Any) -> Any:
        fate = _fate.get()
        fate.step(self)
        done = await call(*values, **options)
        fate.step(self)
        return done


class MortalClient(Client):
    connection_class = MortalConnection


client_class = MortalClient
