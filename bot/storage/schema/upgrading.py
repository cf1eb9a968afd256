"""Bring a database to the newest version of its tables, each version in one transaction: killed anywhere, it is done or
not begun, and the next start goes on. Several processes that start at once do it one after the other.

A database from before there were versions is known by its tables and columns, and is counted as the version it equals.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Final

from tortoise.exceptions import OperationalError

from bot.storage.audit import guards
from bot.storage.engine.database import Database
from bot.storage.schema.versions import Version, newest, versions

_LOCK: Final = 7_116_001  # of PostgreSQL's advisory locks: one process at a time changes the tables
_OWN: Final = "schema_version"
_TABLE: Final = (
    f"CREATE TABLE IF NOT EXISTS {_OWN} (number INT NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL,"
    " beside INT NOT NULL, applied_at BIGINT NOT NULL)"
)
_NOW: Final = {
    False: "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
    True: "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint",
}
_IS_THERE: Final = {
    False: f"SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = '{_OWN}'",  # noqa: S608 - our own name
    True: f"SELECT 1 AS one WHERE to_regclass('{_OWN}') IS NOT NULL",
}
_COLUMNS: Final = {
    False: "SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m, pragma_table_info(m.name) c"
    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
    True: "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()",
}

Shape = Mapping[str, frozenset[str]]  # the columns of each table


class UnknownSchemaError(Exception):
    """These tables are of no version: of a program between two releases, or of another one."""


class OlderSchemaError(Exception):
    """The tables are not there, or of a version before the newest: what this program reads may be missing."""


@dataclass(frozen=True, slots=True)
class NewerSchemaError(Exception):
    """A newer program has changed the tables in a way that this one can't work with."""

    found: int
    known: int


@dataclass(frozen=True, slots=True)
class Applied:
    """`at`: ms since 1970, by the database's clock."""

    number: int
    name: str
    beside: int
    at: int


async def upgrade(database: Database, *, to: int | None = None) -> Sequence[int]:
    """The numbers of the versions that were taken now. `to`: no further than this one, and without
    the guards of the trail.

    Raises UnknownSchemaError, NewerSchemaError, what the driver raises; then the database is at a version before.
    """
    wanted = versions(postgres=database.postgres)[:to]
    there = {each.number for each in await applied(database)}
    taken = [each.number for each in wanted if each.number not in there and await _taken(database, each)]
    _ensure_known(await applied(database), newest(postgres=database.postgres))
    if to is None:
        await _guarded(database)
    return taken


async def applied(database: Database) -> Sequence[Applied]:
    """In their order; nothing where there are no tables, or none that have versions."""
    if not await database.fetch(_IS_THERE[database.postgres]):
        return ()
    rows = await database.fetch(f"SELECT number, name, beside, applied_at FROM {_OWN} ORDER BY number")  # noqa: S608
    return [Applied(row["number"], row["name"], row["beside"], row["applied_at"]) for row in rows]


async def ensure_current(database: Database) -> None:
    """Raises OlderSchemaError, NewerSchemaError where this program can't read the tables as they stand."""
    there, known = await applied(database), newest(postgres=database.postgres)
    _ensure_known(there, known)
    if max((each.number for each in there), default=0) < known:
        raise OlderSchemaError


async def shape(database: Database) -> Shape:
    return _by_table([tuple(row.values()) for row in await database.fetch(_COLUMNS[database.postgres])])


async def _taken(database: Database, version: Version) -> bool:
    """False: it was there already."""
    if database.postgres:
        return await database.transact(lambda: _under_lock(database, version))
    if not await _is_wanted(database, version):
        return False
    try:
        await _at_once(database, f"{version.sql}\n{_noted(version, postgres=False)};")
    except OperationalError:
        if version.number not in {each.number for each in await applied(database)}:  # another process was quicker
            raise
        return False
    return True


async def _at_once(database: Database, sql: str) -> None:
    """All of it or nothing, on SQLite."""
    try:
        await database.run_script(f"BEGIN IMMEDIATE;\n{sql}\nCOMMIT;")
    except BaseException:
        with suppress(OperationalError):  # where it did not even begin, there is nothing to take back
            await database.execute("ROLLBACK")  # a script would first commit what is half done
        raise


async def _under_lock(database: Database, version: Version) -> bool:
    await database.fetch("SELECT pg_advisory_xact_lock(?1)", _LOCK)
    if not await _is_wanted(database, version):
        return False
    await database.run_script(version.sql)
    await database.run_script(_noted(version, postgres=True))
    return True


async def _is_wanted(database: Database, version: Version) -> bool:
    there = await applied(database) or await _adopted(database)
    _ensure_known(there, newest(postgres=database.postgres))
    return version.number > max((each.number for each in there), default=0)


def _ensure_known(there: Sequence[Applied], known: int) -> None:
    """Raises NewerSchemaError."""
    if any(each.beside > known for each in there):
        raise NewerSchemaError(max(each.number for each in there), known)


async def _adopted(database: Database) -> Sequence[Applied]:
    """The table of versions is made, with those that a database without one has. Raises UnknownSchemaError."""
    found = {name: columns for name, columns in (await shape(database)).items() if name != _OWN}
    equals = _version_of(found) if found else 0
    ones = [_noted(each, postgres=database.postgres) for each in versions(postgres=database.postgres)[:equals]]
    script = ";\n".join([_TABLE, *ones, ""])
    await (database.run_script(script) if database.postgres else _at_once(database, script))
    return await applied(database)


def _version_of(found: Shape) -> int:
    """Raises UnknownSchemaError."""
    for number in range(newest(postgres=False), 0, -1):
        expected = _expected(number)
        if all(columns <= found.get(name, frozenset()) for name, columns in expected.items()):
            return number
    raise UnknownSchemaError


def _expected(number: int) -> Shape:
    """Of a database at that version; names are the same in both kinds."""
    with closing(sqlite3.connect(":memory:")) as database:
        for version in versions(postgres=False)[:number]:
            database.executescript(version.sql)
        return _by_table(database.execute(_COLUMNS[False]).fetchall())


def _by_table(pairs: Sequence[tuple[str, ...]]) -> Shape:
    found = dict[str, set[str]]()
    for table, column in pairs:
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


def _noted(version: Version, *, postgres: bool) -> str:
    values = f"{version.number}, '{version.name}', {version.beside}, {_NOW[postgres]}"
    return f"INSERT INTO {_OWN} (number, name, beside, applied_at) VALUES ({values})"  # noqa: S608 - names of our files


async def _guarded(database: Database) -> None:
    """The trail's guards, where one was taken away."""
    if not database.postgres:
        await database.run_script(guards.SQLITE)
        return

    async def work() -> None:
        await database.fetch("SELECT pg_advisory_xact_lock(?1)", _LOCK)
        await database.run_script(guards.POSTGRES)

    await database.transact(work)
