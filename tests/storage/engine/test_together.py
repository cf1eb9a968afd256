"""Transactions that share a commit: each whole, each alone taken back, none told of before it is on the disk."""

import asyncio
import contextvars
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from tortoise.exceptions import OperationalError

from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Peer
from bot.storage.schema.upgrading import upgrade

INSERT = "INSERT INTO peer (peer, first_heard) VALUES (?1, '2026-11-22')"


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite:///{tmp_path / 'qunwu.sqlite3'}")
    await upgrade(database)
    yield database
    await database.close()


async def told(database: Database) -> list[str]:
    return [row["peer"] for row in await database.fetch("SELECT peer FROM peer ORDER BY id")]


def writing(database: Database, name: str, *, fails: bool = False):  # type: ignore[no-untyped-def]
    async def work() -> str:
        await database.execute_by_key(INSERT, name)
        await asyncio.sleep(0)
        await Peer.create(peer=f"{name} again", first_heard="2026-11-22T00:00:00+00:00")
        if fails:
            raise ValueError(name)
        return name

    return work


async def test_one_that_fails_is_taken_back_and_its_neighbours_stand(database: Database) -> None:
    works = [writing(database, str(number), fails=number % 3 == 1) for number in range(7)]
    results = await asyncio.gather(*map(database.transact_together, works), return_exceptions=True)
    assert [each if isinstance(each, str) else str(each) for each in results] == list("0123456")
    assert [isinstance(each, ValueError) for each in results] == [number % 3 == 1 for number in range(7)]
    kept = sorted(name for name in await told(database) if "again" not in name)
    assert kept == ["0", "2", "3", "5", "6"]
    assert len(await told(database)) == 10


async def test_nobody_hears_of_it_before_it_is_on_the_disk(on_disk: Database, tmp_path: Path) -> None:
    async def seen(name: str) -> bool:
        await on_disk.transact_together(writing(on_disk, name))
        with closing(sqlite3.connect(tmp_path / "qunwu.sqlite3")) as other:
            return bool(other.execute("SELECT 1 FROM peer WHERE peer = ?", [name]).fetchall())

    assert all(await asyncio.gather(*(seen(str(number)) for number in range(20))))


async def test_they_share_commits(on_disk: Database) -> None:
    commits = 0

    def count(sql: str) -> None:
        nonlocal commits
        commits += sql == "COMMIT"

    async with on_disk.connected() as connection:
        await connection.set_trace_callback(count)
    await asyncio.gather(*(on_disk.transact_together(writing(on_disk, str(number))) for number in range(40)))
    assert 0 < commits < 20


async def test_a_caller_who_leaves_early_leaves_no_half(database: Database) -> None:
    async def one(number: int) -> None:
        await database.transact_together(writing(database, str(number)))

    tasks = [asyncio.create_task(one(number)) for number in range(30)]
    for number, task in enumerate(tasks):
        if number % 2:
            task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait(tasks)
    names = set(await told(database))
    assert {f"{name} again" for name in names if "again" not in name} == {name for name in names if "again" in name}
    assert {str(number) for number in range(0, 30, 2)} <= names


async def test_work_has_its_callers_surroundings(database: Database) -> None:
    who: contextvars.ContextVar[str] = contextvars.ContextVar("who", default="nobody")

    async def caller(name: str) -> str:
        who.set(name)

        async def work() -> str:
            return who.get()

        return await database.transact_together(work)

    assert await asyncio.gather(*map(caller, "abc")) == list("abc")


async def test_within_a_transaction_it_is_part_of_it(database: Database) -> None:
    async def work() -> None:
        await database.transact_together(writing(database, "inner"))
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await database.transact(work)
    assert await told(database) == []


async def test_where_none_can_begin_all_hear_so_and_the_next_can(on_disk: Database, tmp_path: Path) -> None:
    await on_disk.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(tmp_path / "qunwu.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        works = [on_disk.transact_together(writing(on_disk, name)) for name in "ab"]
        results = await asyncio.gather(*works, return_exceptions=True)
        assert all(isinstance(each, OperationalError) for each in results)
        other.execute("ROLLBACK")
    assert await on_disk.transact_together(writing(on_disk, "c")) == "c"


async def test_a_full_disk_that_takes_back_all_is_told_to_all(on_disk: Database) -> None:
    """SQLite then takes back what others had written in the same transaction as well."""
    [row] = await on_disk.fetch("PRAGMA page_count")

    async def fill() -> None:
        await on_disk.execute_by_key(INSERT, "x" * 10_000_000)

    await on_disk.execute(f"PRAGMA max_page_count = {row['page_count'] + 20}")
    works = [writing(on_disk, "before"), fill, writing(on_disk, "after")]
    results = await asyncio.gather(*map(on_disk.transact_together, works), return_exceptions=True)
    named = {name for name, result in zip(["before", "fill", "after"], results, strict=True) if result == name}
    assert isinstance(results[1], OperationalError)
    assert {name for name in await told(on_disk) if "again" not in name} == named


@pytest.mark.parametrize("shared", [True, False])
async def test_what_goes_on_after_a_full_disk_keeps_nothing(on_disk: Database, shared: bool) -> None:
    """Who catches the error and does something else instead works on ground that is gone."""
    [row] = await on_disk.fetch("PRAGMA page_count")
    heard: list[str] = []

    async def try_it() -> None:
        await on_disk.execute_by_key(INSERT, "x" * 10_000_000)

    async def give_way() -> None:
        await on_disk.execute_by_key(INSERT, "before")
        for work in (lambda: on_disk.attempt(try_it), try_something_else, lambda: on_disk.attempt(try_something_else)):
            try:
                await work()
            except OperationalError as error:
                heard.append(str(error))

    async def try_something_else() -> None:
        await on_disk.execute(INSERT, "instead")

    await on_disk.execute(f"PRAGMA max_page_count = {row['page_count'] + 20}")
    with pytest.raises(OperationalError, match="took back"):
        await (on_disk.transact_together if shared else on_disk.transact)(give_way)
    assert len(heard) == 3
    assert await told(on_disk) == []


async def test_closing_takes_back_what_is_still_under_way(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    database = await Database.open(url)
    await upgrade(database)
    begun = asyncio.Event()

    async def hang() -> None:
        await database.execute_by_key(INSERT, "half")
        begun.set()
        await asyncio.Event().wait()

    hanging = [asyncio.create_task(database.transact_together(hang)) for _ in range(2)]
    await begun.wait()
    async with asyncio.timeout(2):
        await database.close()
    results = await asyncio.gather(*hanging, return_exceptions=True)
    assert all(isinstance(each, asyncio.CancelledError) for each in results)
    again = await Database.open(url)
    assert await told(again) == []
    await again.close()


async def test_closing_before_anything_began_leaves_nobody_waiting(database: Database) -> None:
    waiting = asyncio.create_task(database.transact_together(writing(database, "never")))
    await asyncio.sleep(0)
    async with asyncio.timeout(2):
        await database._together.close(1)
        await asyncio.wait([waiting])
    assert waiting.cancelled() or database.postgres
