"""What has no row of its own is held all the same, until the transaction ends."""

import asyncio

import pytest

from bot.storage.engine import locks
from bot.storage.engine.database import Database
from bot.storage.models.operating import JobRecord


class Holder:
    """A transaction that goes on until it may end."""

    def __init__(self, database: Database, name: str) -> None:
        self._name = name
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()
        self.task = asyncio.ensure_future(database.transact(self._work))

    async def _work(self) -> None:
        await locks.hold(JobRecord, self._name)
        self.begun.set()
        await self.may_end.wait()

    async def end(self) -> None:
        self.may_end.set()
        await self.task


@pytest.mark.postgres
async def test_of_two_one_waits_for_the_other(postgres: Database) -> None:
    first = Holder(postgres, "leave:zhangsan")
    await first.begun.wait()
    second, other = Holder(postgres, "leave:zhangsan"), Holder(postgres, "leave:lisi")
    await other.begun.wait()
    assert not second.begun.is_set()
    await first.end()
    await asyncio.wait_for(second.begun.wait(), 5)
    await second.end()
    await other.end()


async def test_one_that_is_held_already_is_held_again(database: Database) -> None:
    async def work() -> str:
        await locks.hold(JobRecord, "a")
        await locks.hold(JobRecord, "a")
        return "done"

    assert await database.transact(work) == "done"
