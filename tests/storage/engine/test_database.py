"""Transactions that cancellation can't tear, and attempts that can be taken back."""

import asyncio
import random

import pytest

from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Peer
from bot.storage.schema.upgrading import upgrade

INSERT = "INSERT INTO peer (peer, first_heard) VALUES (?1, '2026-11-22')"


async def test_two_hundred_cancellations_leave_it_usable(database: Database) -> None:
    """Each transaction writes two rows: both are there, or neither is."""
    chance = random.Random(7)  # noqa: S311 - repeatable on purpose

    async def pair(number: int) -> None:
        async def work() -> None:
            await database.execute(INSERT, f"{number}a")
            await asyncio.sleep(0)
            await database.execute(INSERT, f"{number}b")

        await database.transact(work)

    for number in range(200):
        task = asyncio.create_task(pair(number))
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(0)
        if chance.random() < 0.3:
            await asyncio.sleep(chance.uniform(0, 0.001))
        task.cancel()
        await asyncio.wait([task])
    peers = {row["peer"] for row in await database.fetch("SELECT peer FROM peer")}
    assert {name[:-1] for name in peers if name.endswith("a")} == {name[:-1] for name in peers if name.endswith("b")}
    await asyncio.wait_for(pair(1000), 1)


async def test_a_cancelled_caller_comes_back_only_when_it_is_over(database: Database) -> None:
    begun = asyncio.Event()

    async def work() -> None:
        begun.set()
        await database.execute(INSERT, "written")

    task = asyncio.create_task(database.transact(work))
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])
    assert await Peer.filter(peer="written").exists()


async def test_a_failed_attempt_is_taken_back_and_the_rest_stands(database: Database) -> None:
    async def fail() -> None:
        await database.execute(INSERT, "attempted")
        raise ValueError("no")

    async def work() -> None:
        await database.execute(INSERT, "before")
        with pytest.raises(ValueError, match="no"):
            await database.attempt(fail)
        await database.attempt(lambda: database.execute(INSERT, "second attempt"))

    await database.transact(work)
    rows = await database.fetch("SELECT peer FROM peer ORDER BY id")
    assert [row["peer"] for row in rows] == ["before", "second attempt"]


async def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    async def work() -> None:
        await database.execute(INSERT, "written")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await database.transact(work)
    assert await database.fetch("SELECT peer FROM peer") == []


async def test_closing_takes_back_what_is_still_under_way(tmp_path) -> None:  # type: ignore[no-untyped-def]
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    database = await Database.open(url)
    await upgrade(database)
    begun = asyncio.Event()

    async def work() -> None:
        await database.execute(INSERT, "half")
        begun.set()
        await asyncio.Event().wait()

    hanging = asyncio.create_task(database.transact(work))
    await begun.wait()
    async with asyncio.timeout(2):
        await database.close()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    again = await Database.open(url)
    assert await again.fetch("SELECT peer FROM peer") == []
    await again.close()
