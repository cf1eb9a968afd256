"""Numbers people quote: without gaps, never twice, also when many want one at once."""

import asyncio
from datetime import date

import pytest

from bot.storage.engine.database import Database
from bot.storage.numbers import NumberTable

DAY = date(2026, 11, 22)


async def test_each_series_counts_for_itself(database: Database) -> None:
    numbers = NumberTable()
    wanted = [("RQ", DAY), ("RQ", DAY), ("SG", DAY), ("RQ", date(2026, 11, 23))]
    given = [await database.transact(lambda each=each: numbers.next(*each)) for each in wanted]  # type: ignore[misc]
    assert given == ["RQ-20261122-001", "RQ-20261122-002", "SG-20261122-001", "RQ-20261123-001"]


async def test_what_is_taken_back_leaves_no_gap(database: Database) -> None:
    numbers = NumberTable()

    async def fail() -> None:
        await numbers.next("RQ", DAY)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.transact(fail)
    assert await database.transact(lambda: numbers.next("RQ", DAY)) == "RQ-20261122-001"


async def test_many_at_once(database: Database) -> None:
    numbers = NumberTable()
    given = await asyncio.gather(*[database.transact(lambda: numbers.next("RQ", DAY)) for _ in range(8)])
    assert sorted(given) == [f"RQ-20261122-{number:03d}" for number in range(1, 9)]


async def test_beyond_three_digits(database: Database) -> None:
    numbers = NumberTable()

    async def many() -> str:
        for _ in range(999):
            await numbers.next("RQ", DAY)
        return await numbers.next("RQ", DAY)

    assert await database.transact(many) == "RQ-20261122-1000"
