"""A database that hears something else than what was said: for mistakes in hand-written SQL that tests must notice."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.storage.engine.database import Database, Row


class Mutated:
    """As the `Database`, but `old` in a statement becomes `new`. `hits` counts how often that happened."""

    def __init__(self, database: Database, old: str, new: str) -> None:
        self._database = database
        self._old, self._new = old, new
        self.hits = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def fetch(self, sql: str, *values: object) -> list[Row]:
        return await self._database.fetch(self._heard(sql), *values)

    async def execute(self, sql: str, *values: object) -> int:
        return await self._database.execute(self._heard(sql), *values)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Any]:
        async with self._database.connected() as connection:
            yield _Connection(connection, self)

    def _heard(self, sql: str) -> str:
        self.hits += self._old in sql
        return sql.replace(self._old, self._new)


class _Connection:
    def __init__(self, connection: Any, mutated: Mutated) -> None:
        self._connection = connection
        self._mutated = mutated

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    async def fetch(self, sql: str, *values: object, **options: Any) -> Any:
        return await self._connection.fetch(self._mutated._heard(sql), *values, **options)
