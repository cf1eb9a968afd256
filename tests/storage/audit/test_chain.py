"""The chain follows the trail, whatever dies; what was written is kept, on both databases."""

import asyncio

import pytest

from bot.domain.audit.breaks import Wrong
from bot.domain.audit.links import Keyring
from bot.storage.audit import trail
from bot.storage.audit.chain import BATCH, BrokenChainError, Chain
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.storage.chained import ACT, NOW, RING, linked, unguarded, written


class DiedError(Exception):
    """Of the process, in the midst of something."""


async def test_every_entry_gets_its_place(database: Database) -> None:
    await linked(database, BATCH + 3)
    rows = await database.fetch("SELECT seq, entry FROM chain ORDER BY seq")
    assert [row["seq"] for row in rows] == list(range(1, BATCH + 5))
    verdict = await verify(database, RING, {})
    assert (verdict.links, verdict.waiting, verdict.breaks) == (BATCH + 4, 0, [])


async def test_it_goes_on_where_another_process_stopped(database: Database) -> None:
    await linked(database, 2)
    await written(database, 2, first=2)
    verdict = await verify(database, RING, {})
    assert (verdict.links, verdict.waiting, verdict.breaks) == (3, 2, [])
    assert await Chain(database, RING).grow(NOW) == 2
    assert (await verify(database, RING, {})).links == 5


async def test_a_death_leaves_no_half(database: Database) -> None:
    chain = await linked(database, 2)
    await written(database, 2, first=2)

    async def work() -> None:
        await chain._add(NOW)
        raise DiedError

    with pytest.raises(DiedError):
        await database.transact(work)
    assert (await verify(database, RING, {})).links == 3
    assert await Chain(database, RING).grow(NOW) == 2
    assert (await verify(database, RING, {})).breaks == []


async def test_what_was_written_before_there_was_a_key_is_taken_in(database: Database) -> None:
    await written(database, 2)
    await linked(database, 1)
    verdict = await verify(database, RING, {})
    assert (verdict.links, verdict.breaks) == (4, [])


async def test_the_key_is_changed(database: Database) -> None:
    await linked(database, 2)
    both = Keyring([b"n" * 32, b"k" * 32])
    database.stamp_with(both)
    await written(database, 2, first=2)
    assert await Chain(database, both).grow(NOW) == 3
    assert (await verify(database, both, {})).breaks == []


async def test_a_key_is_lost_and_the_rest_is_still_looked_at(database: Database) -> None:
    """One line for what it signed; what is wrong with the others isn't lost behind it."""
    await linked(database, 60)
    new = Keyring([b"n" * 32])
    database.stamp_with(new)
    await written(database, 2, first=60)
    chain = Chain(database, new)
    while await chain.grow(NOW):
        pass
    (lost,) = (await verify(database, new, {})).breaks
    assert lost.said == f"第 1 条（记录号 1）：签名用的密钥不在这里，没法核对：密钥 {RING.name}，共 61 条。"
    await unguarded(database, "UPDATE trail SET actor = 'lisi' WHERE id IN (30, 63)")
    found = (await verify(database, new, {})).breaks
    assert [(each.seq, each.wrong) for each in found] == [(1, Wrong.NO_KEY), (30, Wrong.CHANGED), (63, Wrong.CHANGED)]


PUT_IN = (
    "INSERT INTO trail (at, actor, action, subject, authority, cause, details, who_salt, whom_salt)"
    " SELECT at, actor, action, subject, authority, cause, details, who_salt, whom_salt FROM trail WHERE id = 1"
)


async def test_a_new_key_takes_in_nothing_that_somebody_else_wrote(database: Database) -> None:
    """Only before there was a first one had entries no stamp."""
    chain = await linked(database, 2)
    await database.execute(PUT_IN)
    await chain.grow(NOW)
    await database.execute(PUT_IN)
    both = Keyring([b"n" * 32, b"k" * 32])
    database.stamp_with(both)
    await Chain(database, both).grow(NOW)
    found = (await verify(database, both, {})).breaks
    assert [(each.entry, each.wrong) for each in found] == [(4, Wrong.FOREIGN), (5, Wrong.FOREIGN)]


async def test_nothing_is_hung_on_what_was_changed(database: Database) -> None:
    chain = await linked(database, 2)
    await written(database, 1, first=2)
    await unguarded(database, "UPDATE trail SET authority = '管理小组' WHERE id = (SELECT MAX(entry) FROM chain)")
    for each in (chain, Chain(database, RING)):
        with pytest.raises(BrokenChainError):
            await each.grow(NOW)


async def test_whoever_runs_notices_that_the_end_was_cut(database: Database) -> None:
    chain = await linked(database, 3)
    await unguarded(database, "DELETE FROM chain WHERE seq > 2")
    with pytest.raises(BrokenChainError):
        await chain.grow(NOW)


REFUSED = (
    "UPDATE trail SET actor = 'lisi' WHERE id = 1",
    "UPDATE trail SET actor = '', cause = '' WHERE id = 1",
    "UPDATE trail SET stamp = NULL WHERE id = 1",
    "UPDATE trail SET actor = '', cause = '', who_salt = NULL WHERE subject = 'audit'",
    "DELETE FROM trail WHERE id = 1",
    "UPDATE chain SET seq = seq + 10",
    "DELETE FROM chain WHERE seq = 1",
)


async def test_the_database_refuses_to_change_it(database: Database) -> None:
    await linked(database, 2)
    for statement in REFUSED:
        with pytest.raises(Exception, match="only appended to"):
            await database.execute(statement)
    assert (await verify(database, RING, {})).breaks == []


async def test_postgresql_empties_no_table_in_one_step(postgres: Database) -> None:
    for table in ("trail", "chain"):
        with pytest.raises(Exception, match="only appended to"):
            await postgres.execute(f"TRUNCATE {table}")


async def test_a_second_start_changes_nothing(database: Database) -> None:
    await linked(database, 1)
    await upgrade(database)
    assert (await verify(database, RING, {})).breaks == []


async def test_two_writers_are_one(postgres: Database) -> None:
    await linked(postgres, 2)
    await written(postgres, 50, first=2)
    added = await asyncio.gather(*(Chain(postgres, RING).grow(NOW) for _ in range(4)))
    assert sum(added) + await Chain(postgres, RING).grow(NOW) == 50
    assert (await verify(postgres, RING, {})).breaks == []


async def test_who_commits_late_gets_in_at_the_end(postgres: Database) -> None:
    chain = await linked(postgres, 1)
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        await trail.record(ACT, "leave.asked", "leave:slow")
        begun.set()
        await may_end.wait()

    late = asyncio.create_task(postgres.transact(slow))
    await begun.wait()
    await written(postgres, 2, first=5)
    assert await chain.grow(NOW) == 2
    may_end.set()
    await late
    assert await chain.grow(NOW) == 1
    rows = await postgres.fetch("SELECT entry FROM chain ORDER BY seq")
    ids = [row["entry"] for row in rows]
    assert ids[-1] < ids[-2]
    assert (await verify(postgres, RING, {})).breaks == []
