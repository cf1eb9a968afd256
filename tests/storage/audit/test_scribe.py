"""The scribe keeps up, and what goes wrong with it stops nobody else."""

import asyncio

from bot.storage.audit.scribe import Scribe
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from tests.storage.chained import NOW, RING, unguarded, written


async def links(database: Database) -> int:
    return (await verify(database, RING, {})).links


async def test_all_that_there_is(database: Database) -> None:
    database.stamp_with(RING)
    await written(database, 450)
    scribe = Scribe(database)
    await asyncio.gather(*(scribe.write(NOW) for _ in range(3)))
    assert await links(database) == 451


async def test_without_a_key_nothing(database: Database) -> None:
    await written(database, 2)
    await Scribe(database).write(NOW)
    assert await links(database) == 0


async def test_what_is_broken_is_said_and_left(database: Database) -> None:
    database.stamp_with(RING)
    scribe = Scribe(database)
    await written(database, 2)
    await scribe.write(NOW)
    await unguarded(database, "DELETE FROM trail WHERE id = 3")
    await written(database, 2, first=3)
    await scribe.write(NOW)
    assert await links(database) == 3
