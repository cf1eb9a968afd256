"""From every version to the newest: no row is lost, whatever was killed on the way, and nothing is done twice."""

import asyncio
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.storage.engine.database import Database
from bot.storage.engine.opening import opened
from bot.storage.schema.upgrading import UnknownSchemaError, applied, shape, upgrade
from bot.storage.schema.versions import newest, versions

LAST = newest(postgres=False)
ROWS = 20


def old_file(path: Path, version: int, *, counted: bool) -> dict[str, int]:
    """A database as that version made it, with rows in every table. `counted`: it says which version it is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for each in versions(postgres=False)[:version]:
            database.executescript(each.sql)
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        if counted:
            database.execute(
                "CREATE TABLE schema_version (number INT PRIMARY KEY, name, beside INT, applied_at BIGINT)"
            )
            for each in versions(postgres=False)[:version]:
                database.execute(
                    "INSERT INTO schema_version VALUES (?, ?, ?, 0)", (each.number, each.name, each.beside)
                )
        filled = {name: fill(database, name) for name in names(database)}
        database.execute("COMMIT")
    return filled


def names(database: sqlite3.Connection) -> list[str]:
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version'"
    )
    return [name for (name,) in database.execute(sql)]


def fill(database: sqlite3.Connection, table: str) -> int:
    columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    for row in range(ROWS):
        values = [1000 + row if "INT" in kind else f"{row:04}" for _, _, kind, *_ in columns]
        places = ", ".join("?" * len(values))
        database.execute(f'INSERT INTO "{table}" VALUES ({places})', values)  # noqa: S608 - names of our own tables
    return ROWS


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        sql = " UNION ALL ".join(f"SELECT '{name}', COUNT(*) FROM \"{name}\"" for name in names(database))  # noqa: S608
        return dict(database.execute(sql).fetchall())


@pytest.mark.parametrize("counted", [False, True])
@pytest.mark.parametrize("version", range(1, LAST))
async def test_every_row_of_an_older_one_is_kept(version: int, counted: bool, tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    before = old_file(path, version, counted=counted)
    async with opened(f"sqlite://{path}", [b"k" * 32]) as database:
        assert [each.number for each in await applied(database)] == list(range(1, LAST + 1))
        assert await upgrade(database) == []
        now = await shape(database)
    assert {table: count for table, count in counts(path).items() if count} == before
    assert now.keys() == before.keys() | now.keys()


class _KilledError(BaseException):
    pass


class Mortal(Database):
    """Gone after so many statements: from then on it says and does nothing more."""

    left = 0

    async def run_script(self, sql: str) -> None:
        for statement in (part for part in sql.split(";\n") if part.strip()):
            await self.execute(statement)

    async def execute(self, sql: str, *values: object) -> int:
        self.left -= 1
        if self.left < 0:
            raise _KilledError
        return await super().execute(sql, *values)


@pytest.mark.parametrize("times", [5, pytest.param(60, marks=pytest.mark.soak)])
async def test_killed_anywhere_it_is_finished_by_the_next_start(times: int, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    before = old_file(old, 1, counted=False)
    statements = sum(each.sql.count(";\n") for each in versions(postgres=False)[1:])
    for step in random.Random(7).sample(range(statements), times):  # noqa: S311 - the same ones each time
        path = tmp_path / f"{step}.sqlite3"
        shutil.copy(old, path)
        dying = await Mortal.open(f"sqlite://{path}")
        dying.left = step
        with pytest.raises(_KilledError):
            await upgrade(dying)
        await dying.close()
        database = await Database.open(f"sqlite://{path}")
        assert len(await applied(database)) < LAST
        await upgrade(database)
        assert [each.number for each in await applied(database)] == list(range(1, LAST + 1))
        await database.close()
        assert {table: count for table, count in counts(path).items() if count} == before


async def test_a_version_that_fails_leaves_what_was(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before = await shape(database), await applied(database)
    broken = (*versions(postgres=database.postgres), bad(LAST + 1))
    monkeypatch.setattr("bot.storage.schema.upgrading.versions", lambda postgres: broken)
    with pytest.raises(Exception, match="nowhere"):
        await upgrade(database)
    assert (await shape(database), await applied(database)) == before


def bad(number: int) -> object:
    last = versions(postgres=False)[-1]
    return type(last)(number, "bad", number, "CREATE TABLE extra (id INT);\nINSERT INTO nowhere VALUES (1);\n")


async def test_tables_of_a_newer_program_are_refused_unless_they_fit(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    old_file(path, LAST, counted=True)
    note(path, LAST + 1, beside=LAST)
    async with opened(f"sqlite://{path}", [b"k" * 32]):
        pass
    note(path, LAST + 2, beside=LAST + 1)
    with pytest.raises(ConfigError, match="换成新的程序"):
        async with opened(f"sqlite://{path}", [b"k" * 32]):
            pass


def note(path: Path, number: int, *, beside: int) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO schema_version VALUES (?, 'later', ?, 0)", (number, beside))


async def test_tables_that_nobody_knows_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE somebody_elses (id INT)")
    database = await Database.open(f"sqlite://{path}")
    with pytest.raises(UnknownSchemaError):
        await upgrade(database)
    assert set(await shape(database)) == {"somebody_elses"}
    await database.close()
    with pytest.raises(ConfigError, match="从备份恢复"):
        async with opened(f"sqlite://{path}", [b"k" * 32]):
            pass


@pytest.mark.postgres
async def test_where_all_is_there_no_table_is_locked_against_who_writes(postgres: Database) -> None:
    await upgrade(postgres)
    async with postgres.connected() as writer, writer.transaction():
        await writer.execute("LOCK TABLE accident_fact IN ROW EXCLUSIVE MODE")
        async with asyncio.timeout(5):
            assert await upgrade(postgres) == []
