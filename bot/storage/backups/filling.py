"""Rows of a backup into a database that has the tables, all of them in one transaction or none."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bot.storage.backups.chest import ChestError
from bot.storage.backups.layout import Table, layout
from bot.storage.backups.reading import Content, Rows
from bot.storage.backups.values import TO_POSTGRES, TO_SQLITE, turned, turns
from bot.storage.engine.database import Database

GUARDED: Final = ("trail", "chain")  # by triggers


class NotEmptyError(Exception):
    """There is something in the database."""


def into_sqlite(pages: Iterator[Rows], path: Path, content: Content) -> None:
    """Raises ChestError, sqlite3.Error."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("BEGIN")
        for page in pages:
            table = _known(page)
            change = turns(table.columns, TO_SQLITE)
            connection.executemany(_insert(table), (turned(row, change) for row in page.values))
        for name, last in content.counters.items():
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


async def into_postgres(pages: Iterator[Rows], database: Database, content: Content, *, replaces: bool) -> None:
    """`replaces`: whatever is there goes first. Raises NotEmptyError, ChestError, what the driver raises."""
    async with database.connected() as connection, connection.transaction():
        await _make_room(connection, replaces=replaces)
        for page in pages:
            table = _known(page)
            change = turns(table.columns, TO_POSTGRES)
            records = [turned(row, change) for row in page.values]
            await connection.copy_records_to_table(table.name, records=records, columns=list(page.columns))
        await _count_on(connection, content.counters)


async def _make_room(connection: Any, *, replaces: bool) -> None:
    """Past the guards of the trail, where somebody said that all of it shall be replaced."""
    if not replaces:
        for table in layout():
            if await connection.fetchval(f'SELECT 1 FROM "{table.name}" LIMIT 1'):  # noqa: S608 - a name of the models
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
    for table in layout():
        if table.counted:
            name, key = f'"{table.name}"', table.columns[0].name
            highest = await connection.fetchval(f'SELECT max("{key}") FROM {name}')  # noqa: S608 - names of the models
            if last := max(counters.get(table.name, 0), highest or 0):
                await connection.execute("SELECT setval(pg_get_serial_sequence($1, $2)::regclass, $3)", name, key, last)


def _known(page: Rows) -> Table:
    """Raises ChestError: until tables have versions, a backup is for the version that wrote it."""
    table = next((each for each in layout() if each.name == page.table), None)
    if table is None or [each.name for each in table.columns] != list(page.columns):
        raise ChestError(f"表 {page.table} 和这个版本的程序对不上，要用当时的版本恢复")
    return table


def _insert(table: Table) -> str:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    places = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608 - names of the models
