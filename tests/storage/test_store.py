"""What is tried inside a transaction is taken back if it fails, and the rest stands."""

from datetime import UTC, datetime

import pytest

from bot.storage.engine.database import Database
from bot.storage.store import Records

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
JOB = "accident-clock"


async def test_an_attempt_that_fails_leaves_the_rest_alone(database: Database) -> None:
    records = Records()

    async def fails() -> None:
        await records.timers.set(JOB, "SG-2", "30", NOW)
        raise ZeroDivisionError

    async def both() -> None:
        await records.timers.set(JOB, "SG-1", "30", NOW)
        with pytest.raises(ZeroDivisionError):
            await records.attempt(fails)

    await database.transact(both)
    assert len(await records.timers.of(JOB, "SG-1")) == 1
    assert not await records.timers.of(JOB, "SG-2")


async def test_one_that_succeeds_answers(database: Database) -> None:
    records = Records()

    async def succeeds() -> bool:
        return await records.timers.set(JOB, "SG-1", "30", NOW)

    assert await database.transact(lambda: records.attempt(succeeds))
    assert len(await records.timers.of(JOB, "SG-1")) == 1
