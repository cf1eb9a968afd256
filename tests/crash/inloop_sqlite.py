"""SQLite for a stepped world: no thread, and a step before and after each call. `Database.open(url, engine=...)`."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from bot.storage.engine.sqlite import Client

T = TypeVar("T")


class _Cursor:
    async def close(self) -> None:
        """Nothing is held open."""


class _Connection:
    """What Tortoise uses of aiosqlite."""

    def __init__(self, path: str) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None)
        self._raw.row_factory = sqlite3.Row

    @property
    def _conn(self) -> sqlite3.Connection:
        """For what is done where it is asked for, without a step."""
        return self._raw

    @property
    def in_transaction(self) -> bool:
        return self._raw.in_transaction

    async def _execute(self, call: Callable[[], T]) -> T:
        """There is no thread to be waited for."""
        return call()

    @property
    def total_changes(self) -> int:
        return self._raw.total_changes

    async def execute(self, sql: str, values: Iterable[Any] | None = None) -> _Cursor:
        await _stepped(lambda: self._raw.execute(sql, tuple(values or ())).close())
        return _Cursor()

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> _Cursor:
        await _stepped(lambda: self._raw.executemany(sql, rows).close())
        return _Cursor()

    async def executescript(self, sql: str) -> _Cursor:
        await _stepped(lambda: self._raw.executescript(sql).close())
        return _Cursor()

    async def execute_insert(self, sql: str, values: Iterable[Any] | None = None) -> tuple[int | None]:
        return await _stepped(lambda: (self._raw.execute(sql, tuple(values or ())).lastrowid,))

    async def execute_fetchall(self, sql: str, values: Iterable[Any] | None = None) -> list[sqlite3.Row]:
        return await _stepped(lambda: self._raw.execute(sql, tuple(values or ())).fetchall())

    async def commit(self) -> None:
        await _stepped(self._raw.commit)

    async def rollback(self) -> None:
        await _stepped(self._raw.rollback)

    async def close(self) -> None:
        self._raw.close()


async def _stepped(call: Callable[[], T]) -> T:
    await asyncio.sleep(0)
    result = call()
    await asyncio.sleep(0)
    return result


class InLoopClient(Client):
    async def create_connection(self, with_db: bool) -> None:
        if self._connection is None:
            connection = _Connection(self.filename)
            self._connection = connection  # type: ignore[assignment]
            for pragma, value in self.pragmas.items():
                await connection.execute(f"PRAGMA {pragma}={value}")
            # Who is killed here leaves the system behind, which keeps what was written: it outlives no power cut.
            await connection.execute("PRAGMA synchronous=OFF")


client_class = InLoopClient
