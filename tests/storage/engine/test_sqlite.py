"""Transactions on a SQLite file: they begin as writers, and a beginning that fails leaves nothing locked."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from tortoise.exceptions import OperationalError

from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "qunwu.sqlite3"


@pytest.fixture
async def on_disk(path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite:///{path}")
    await upgrade(database)
    await database.execute("PRAGMA busy_timeout = 20")
    yield database
    await database.close()


@pytest.fixture
def shared(path: Path) -> Path:
    """Made by hand, for a group to read."""
    path.touch()
    path.chmod(0o640)
    return path


async def insert(database: Database) -> int:
    return await database.execute("INSERT INTO peer (peer, first_heard) VALUES ('u1', '2026-11-22')")


async def peers(database: Database) -> int:
    return len(await database.fetch("SELECT id FROM peer"))


async def test_a_transaction_is_a_writer_before_its_first_statement(on_disk: Database, path: Path) -> None:
    async def another_process_writes() -> None:
        with (
            closing(sqlite3.connect(path, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")

    await on_disk.transact(another_process_writes)


async def test_what_could_not_begin_leaves_the_database_usable(on_disk: Database, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError):
            await on_disk.transact(lambda: insert(on_disk))
    async with asyncio.timeout(2):
        await on_disk.transact(lambda: insert(on_disk))
    assert await peers(on_disk) == 1


async def test_a_cancelled_beginning_leaves_the_database_usable(on_disk: Database) -> None:
    for steps in range(12):
        task = asyncio.create_task(on_disk.attempt(lambda: insert(on_disk)))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        await on_disk.execute("DELETE FROM peer")
    async with asyncio.timeout(2):
        await on_disk.transact(lambda: insert(on_disk))
    assert await peers(on_disk) == 1


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_a_new_file_is_its_owners_alone(on_disk: Database, path: Path) -> None:
    await insert(on_disk)
    assert [rights(Path(f"{path}{end}")) for end in ("", "-wal", "-shm")] == [0o600] * 3


async def test_the_rights_of_a_file_that_is_there_are_left_alone(shared: Path) -> None:
    database = await Database.open(f"sqlite:///{shared}")
    await upgrade(database)
    await database.close()
    assert rights(shared) == 0o640


async def test_what_cannot_be_opened_leaves_no_thread_behind(tmp_path: Path) -> None:
    """A driver's thread that outlives the loop raises there: in whatever runs next."""
    before = set(threading.enumerate())
    for _ in range(20):
        database = await Database.open(f"sqlite:///{tmp_path}")
        with pytest.raises(OperationalError, match="unable to open"):
            await database.fetch("SELECT 1")
        assert set(threading.enumerate()) <= before
        await database.close()


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS n FROM n"


async def test_a_look_that_was_given_up_holds_up_nobody(on_disk: Database) -> None:
    """It would go on in the driver's thread, and whatever is done on the loop's would wait for it."""
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await on_disk.fetch(ENDLESS)
    async with asyncio.timeout(1):
        await on_disk.transact(lambda: on_disk.execute_by_key("UPDATE peer SET peer = 'x' WHERE id = 1"))
    assert await peers(on_disk) == 0
