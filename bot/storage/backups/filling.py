"""Rows of a backup into a database that has the tables, all of them in one transaction or none."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bot.storage.backups.layout import Table, layout
from bot.storage.backups.reading import Content, Rows
from bot.storage.backups.values import TO_POSTGRES, TO_SQLITE, turned, turns
from bot.storage.engine.database import Database

_TABLES: Final = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
COUNTED: Final = (  # what the database itself counts up
    "SELECT t.relname AS table, a.attname AS key FROM pg_class s"
    " JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') JOIN pg_class t ON t.oid = d.refobjid"
    " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"
    " WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace"
)
GUARDED: Final = ("trail", "chain")  # by triggers


class NotEmptyError(Exception):
    """There is something in the database."""


def into_sqlite(pages: Iterator[Rows], path: Path, content: Content) -> None:
    """Raises ChestError, sqlite3.Error."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("BEGIN")
        for page in pages:
            change = turns(page.table.columns, TO_SQLITE)
            connection.executemany(_insert(page.table), (turned(row, change) for row in page.values))
        for name, last in content.counters.items():
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


async def into_postgres(pages: Iterator[Rows], database: Database, content: Content, *, replaces: bool) -> None:
    """`replaces`: whatever is there goes first. Raises NotEmptyError, ChestError, what the driver raises."""
    async with database.connected() as connection, connection.transaction():
        await _make_room(connection, replaces=replaces)
        for page in pages:
            change = turns(page.table.columns, TO_POSTGRES)
            records = [turned(row, change) for row in page.values]
            columns = [each.name for each in page.table.columns]
            await connection.copy_records_to_table(page.table.name, records=records, columns=columns)
        await _count_on(connection, content.counters)


async def _make_room(connection: Any, *, replaces: bool) -> None:
    """Past the guards of the trail, where somebody said that all of it shall be replaced."""
    if not replaces:
        there = {row["tablename"] for row in await connection.fetch(_TABLES)}
        for table in layout():
            if table.name in there and await connection.fetchval(f'SELECT 1 FROM "{table.name}" LIMIT 1'):  # noqa: S608
                raise NotEmptyError
        return
    for name in GUARDED:
        await connection.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    names = ", ".join(f'"{table.name}"' for table in layout())
    await connection.execute(f"TRUNCATE {names} RESTART IDENTITY")
    for name in GUARDED:
        await connection.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")


async def _count_on(connection: Any, counters: Mapping[str, int]) -> None:
    """From the number that was given last, or from the highest there is."""
    for table, key in await connection.fetch(COUNTED):
        highest = await connection.fetchval(f'SELECT max("{key}") FROM "{table}"')  # noqa: S608 - the database's own names
        if last := max(counters.get(table, 0), highest or 0):
            await connection.execute(
                "SELECT setval(pg_get_serial_sequence($1, $2)::regclass, $3)", f'"{table}"', key, last
            )


def _insert(table: Table) -> str:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    places = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608 - names of the models
