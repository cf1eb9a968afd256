"""Processes that share a PostgreSQL: who is gone is forgotten, a lease has one holder, a bell reaches the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest import mock

import pytest

from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.members import _HOLDERS, Members, Timing

pytestmark = pytest.mark.postgres

QUICK = Timing(beat=0.02, lease=1.0, trust=0.5, ring=0.0)
BY_HAND = Timing(beat=60.0, lease=1.0, trust=0.5)
UNEASY = Timing(beat=60.0, lease=60.0, trust=60.0, cut_off=60.0, trust_cut_off=0.05)
WITNESS = Timing(beat=0.02, lease=0.6, trust=0.5, cut_off=0.1)


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


async def test_a_lease_that_was_taken_since_one_looked_stays_where_it_is(postgres: Database) -> None:
    async with member(postgres) as first, member(postgres, BY_HAND) as second:
        ask = second._fetch

        async def looked_before(sql: str, *values: object) -> list[Row]:
            return [] if sql == _HOLDERS else await ask(sql, *values)

        with mock.patch.object(second, "_fetch", looked_before):
            await second._take_leases()
        assert (first.lease("jobs").held(), second.lease("jobs").held()) == (True, False)


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


async def test_whoever_passes_a_lease_on_has_it_again_where_nobody_else_is_left(postgres: Database) -> None:
    async with member(postgres) as first, asyncio.timeout(2):
        async with member(postgres) as second:
            first.lease("jobs").pass_on(0.2)
            await second.lease("jobs").taken()
            assert not first.lease("jobs").held()
            await asyncio.sleep(0.25)
            assert second.lease("jobs").held()
        await first.lease("jobs").taken()
        first.lease("jobs").pass_on(0.05)
        await first.lease("jobs").lost()
        await first.lease("jobs").taken()


async def test_whoever_stands_still_stops_before_another_begins(postgres: Database) -> None:
    async with member(postgres, BY_HAND) as still, member(postgres) as other, asyncio.timeout(3):
        number, gone = still.number, asyncio.create_task(still.lease("jobs").gone())
        await still.lease("jobs").lost()
        assert not other.lease("jobs").held()
        await other.lease("jobs").taken()
        assert not gone.done()  # that nobody knows
        await still.beat()
        await gone
        assert still.number > number  # what was done under the old one is over
        assert not still.lease("jobs").held()
        assert still.lease("jobs").elsewhere()


async def test_whoever_was_slow_and_not_forgotten_keeps_what_he_has(postgres: Database) -> None:
    async with member(postgres, BY_HAND) as slow, member(postgres) as other:
        number = slow.number
        await slow.lease("jobs").lost()
        await slow.beat()
        assert (slow.number, slow.lease("jobs").held(), other.lease("jobs").held()) == (number, True, False)


async def test_who_loses_his_connection_is_given_up_sooner_than_who_stands_still(postgres: Database) -> None:
    async with member(postgres, WITNESS) as witness, asyncio.timeout(5):
        await witness.lease("jobs").taken()
        await asyncio.sleep(WITNESS.lease)
        async with member(postgres, UNEASY) as still, member(postgres, UNEASY) as dead:
            dead.lease("other")
            await dead.beat()
            assert dead.lease("other").held()
            witness.rung.clear()
            await cut_off(postgres, dead)
            await witness.rung.wait()
            assert await numbers(postgres) == {witness.number, still.number}
            assert not dead.lease("other").held()


async def test_who_was_cut_off_too_gives_up_nobody(postgres: Database) -> None:
    """After a restart of the database all come back, one sooner than the other."""
    async with member(postgres, UNEASY) as dead, member(postgres, WITNESS):
        await cut_off(postgres, dead)
        await asyncio.sleep(WITNESS.lease / 2)
        assert dead.number in await numbers(postgres)


async def test_who_was_away_as_long_as_the_others_gives_up_nobody_before_they_could_come_back(
    postgres: Database,
) -> None:
    """The database was, for longer than a lease: nobody was heard of in that time."""
    async with member(postgres, UNEASY) as later, member(postgres, WITNESS) as sooner, asyncio.timeout(5):
        await cut_off(postgres, sooner)
        await postgres.execute("UPDATE process SET seen_at = seen_at - 60000")
        await asyncio.sleep(WITNESS.lease / 2)
        assert await numbers(postgres) == {later.number, sooner.number}
        sooner.rung.clear()
        await sooner.rung.wait()
        assert await numbers(postgres) == {sooner.number}


async def test_nobody_takes_himself_for_gone(postgres: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands still in the midst of a beat, and nobody else has forgotten, keeps his number."""
    async with member(postgres, Timing(beat=60.0, lease=0.05, cut_off=0.02)) as still:
        monkeypatch.setattr(still, "_end_left", lambda: asyncio.sleep(0.06))
        await still.beat()
        assert await numbers(postgres) == {still.number}


async def cut_off(database: Database, members: Members) -> None:
    """As the system does to who is killed."""
    sql = "SELECT pg_terminate_backend(pid, 1000) FROM pg_locks WHERE locktype = 'advisory' AND objid::bigint = ?1"
    await database.fetch(sql, members.number)


async def numbers(database: Database) -> set[int]:
    return {row["id"] for row in await database.fetch("SELECT id FROM process")}


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
