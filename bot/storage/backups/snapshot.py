"""All rows of a database as they were at one instant, in one transaction of its own, while others write on."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final, Protocol

from bot.storage.backups.layout import Table
from bot.storage.backups.values import FROM_POSTGRES, FROM_SQLITE, turned, turns
from bot.storage.engine.database import Database

ROWS: Final = 500  # at once

Page = Sequence[list[Any]]


class Snapshot(Protocol):
    def pages(self, table: Table) -> AsyncIterator[Page]: ...

    async def counters(self) -> Mapping[str, int]:
        """Counted tables in which there ever was a row, and the number that was given last."""
        ...


@asynccontextmanager
async def snapshot(database: Database, path: Path | None) -> AsyncIterator[Snapshot]:
    """`path`: of the SQLite file; None on PostgreSQL. Raises what the driver raises."""
    if path is None:
        async with (
            database.connected() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield _Postgres(connection)
        return
    with closing(await asyncio.to_thread(_begun, path)) as begun:
        yield _Sqlite(begun)


def _begun(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False, isolation_level=None
    )
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the instant is that of the first look
    return connection


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def pages(self, table: Table) -> AsyncIterator[Page]:
        change = turns(table.columns, FROM_SQLITE)
        cursor = self._connection.execute(_select(table))

        def page() -> Page:
            return [turned(row, change) for row in cursor.fetchmany(ROWS)]

        while found := await asyncio.to_thread(page):
            yield found

    async def counters(self) -> Mapping[str, int]:
        return dict(self._connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())


class _Postgres:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def pages(self, table: Table) -> AsyncIterator[Page]:
        change = turns(table.columns, FROM_POSTGRES)
        cursor = await self._connection.cursor(_select(table))
        while rows := await cursor.fetch(ROWS):
            yield [turned(row, change) for row in rows]

    async def counters(self) -> Mapping[str, int]:
        rows = await self._connection.fetch(
            "SELECT t.relname AS name, pg_sequence_last_value(s.oid) AS last FROM pg_class s"
            " JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') JOIN pg_class t ON t.oid = d.refobjid"
            " WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace"
        )
        return {row["name"]: row["last"] for row in rows if row["last"] is not None}


def _select(table: Table) -> str:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    return f'SELECT {names} FROM "{table.name}" ORDER BY "{table.columns[0].name}"'  # noqa: S608 - names of the models
