"""A PostgreSQL driver that is held before its n-th statement: `Database.open(url, engine=...)`, within `gated()`."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from bot.storage.engine.postgres import Client, Connection


class Gate:
    """Open, until it is told `at` which of the statements from now on to hold. One is held, all others pass."""

    def __init__(self) -> None:
        self.passed = 0
        self.reached = asyncio.Event()
        self._at = 0
        self._may_go = asyncio.Event()

    def hold(self, at: int) -> None:
        self.passed, self._at = 0, at
        self.reached.clear()
        self._may_go.clear()

    def release(self) -> None:
        self._at = 0
        self._may_go.set()

    async def step(self) -> None:
        self.passed += 1
        if self.passed == self._at:
            self.reached.set()
            await self._may_go.wait()


_gate: ContextVar[Gate | None] = ContextVar("gate", default=None)


@contextmanager
def gated() -> Iterator[Gate]:
    gate = Gate()
    token = _gate.set(gate)
    try:
        yield gate
    finally:
        gate.release()
        _gate.reset(token)


class HeldConnection(Connection):
    async def execute(self, *values: Any, **options: Any) -> str:
        await _step()
        return str(await super().execute(*values, **options))

    async def fetch(self, *values: Any, **options: Any) -> list[Any]:
        await _step()
        return list(await super().fetch(*values, **options))

    async def fetchrow(self, *values: Any, **options: Any) -> Any:
        await _step()
        return await super().fetchrow(*values, **options)


async def _step() -> None:
    if gate := _gate.get():
        await gate.step()


class HeldClient(Client):
    connection_class = HeldConnection


client_class = HeldClient
