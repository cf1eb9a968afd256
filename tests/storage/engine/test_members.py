"""Processes that share a PostgreSQL: who is gone is forgotten, a lease has one holder, a bell reaches the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.storage.engine.database import Database
from bot.storage.engine.members import Members, Timing

pytestmark = pytest.mark.postgres

QUICK = Timing(beat=0.02, lease=1.0, trust=0.5, ring=0.0)
BY_HAND = Timing(beat=60.0, lease=1.0, trust=0.5)


@asynccontextmanager
async def member(database: Database, timing: Timing = QUICK) -> AsyncIterator[Members]:
    """One that wants the lease of the jobs, and has begun to listen."""
    members = Members(database, timing=timing)
    members.lease("jobs")
    await members.start()
    await asyncio.sleep(0.05)
    try:
        yield members
    finally:
        await members.stop()


async def test_of_two_that_begin_at_once_one_has_each_lease(postgres: Database) -> None:
    names = [f"lease {number}" for number in range(20)]
    pair = Members(postgres, timing=QUICK), Members(postgres, timing=QUICK)
    leases = [[members.lease(name) for members in pair] for name in names]
    await asyncio.gather(*(members.start() for members in pair))
    holders = [sum(lease.held() for lease in each) for each in leases]
    for members in pair:
        await members.stop()
    assert holders == [1] * len(names)


async def test_the_first_has_the_lease_and_the_second_sees_it(postgres: Database) -> None:
    async with member(postgres) as first, member(postgres) as second:
        assert (first.lease("jobs").held(), first.lease("jobs").elsewhere()) == (True, False)
        assert (second.lease("jobs").held(), second.lease("jobs").elsewhere()) == (False, True)
        assert second.number > first.number


async def test_whoever_leaves_gives_it_up_at_once(postgres: Database) -> None:
    async with member(postgres) as first, member(postgres) as second, asyncio.timeout(2):
        await first.stop()
        assert not first.lease("jobs").held()
        await second.lease("jobs").taken()


async def test_whoever_stands_still_stops_before_another_begins(postgres: Database) -> None:
    async with member(postgres, BY_HAND) as still, member(postgres) as other, asyncio.timeout(3):
        number = still.number
        await still.lease("jobs").lost()
        assert not other.lease("jobs").held()
        await other.lease("jobs").taken()
        await still.beat()
        assert still.number > number  # what was done under the old one is over
        assert not still.lease("jobs").held()
        assert still.lease("jobs").elsewhere()


async def test_whoever_was_slow_and_not_forgotten_keeps_what_he_has(postgres: Database) -> None:
    async with member(postgres, BY_HAND) as slow, member(postgres) as other:
        number = slow.number
        await slow.lease("jobs").lost()
        await slow.beat()
        assert (slow.number, slow.lease("jobs").held(), other.lease("jobs").held()) == (number, True, False)


async def test_a_bell_reaches_the_others_only(postgres: Database) -> None:
    async with member(postgres) as first, member(postgres) as second, asyncio.timeout(2):
        first.ring()
        await second.rung.wait()
        assert not first.rung.is_set()


async def test_a_lost_connection_is_replaced(postgres: Database) -> None:
    async with member(postgres) as first, member(postgres) as second, asyncio.timeout(3):
        ours = "datname = current_database() AND pid <> pg_backend_pid()"
        await postgres.fetch(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")  # noqa: S608
        await asyncio.sleep(0.2)
        assert first.lease("jobs").held()
        second.ring()
        await first.rung.wait()
