"""The tables and the hand-written SQL of the pipeline on a real PostgreSQL."""

import asyncio
import time
from datetime import UTC, datetime

import pytest
from tortoise.backends.asyncpg.client import TransactionWrapper

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Claim, Said
from bot.storage.engine import postgres as driver
from bot.storage.engine.database import Database
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.parked import ParkedTable
from bot.storage.schema.upgrading import upgrade

pytestmark = pytest.mark.postgres

ZHANG = UserId("zhangsan")
INCOMING = Incoming("bot:1", Via.BOT, Kind.TEXT, ZHANG, datetime(2026, 11, 22, 2, 0, tzinfo=UTC), text="/帮助")


async def test_it_is_postgres(postgres: Database) -> None:
    (row,) = await postgres.fetch("SELECT version() AS version")
    assert row["version"].startswith("PostgreSQL")
    await upgrade(postgres)  # a second time changes nothing


async def test_a_message_is_stored_once_and_claimed_once(postgres: Database) -> None:
    inbox = InboxTable(postgres)
    assert list(await inbox.store([(INCOMING, False)])) == [1]
    assert list(await inbox.store([(INCOMING, False)])) == [None]
    (waiting,) = await inbox.waiting()
    assert (waiting.id, waiting.lane, waiting.urgent) == (1, "zhangsan", False)
    assert await postgres.transact(lambda: inbox.claim(1, 5)) == INCOMING
    assert await postgres.transact(lambda: inbox.claim(1, 5)) is None


async def test_a_parcel_is_put_and_claimed(postgres: Database) -> None:
    outbox = OutboxTable(postgres)
    said = Said(ToPerson(ZHANG), Text("你好"), urgent=True)
    (waiting,) = await postgres.transact(lambda: outbox.put([said], cause="bot:1", at=1))
    assert [row.id for row in await outbox.waiting()] == [waiting.id]
    await outbox.claim([Claim(waiting.id, "app:zhangsan", "digest", 2)])
    assert list(await outbox.waiting()) == []
    row = await outbox.get(waiting.id)
    assert row
    assert (row.content, row.urgent, row.route) == (Text("你好"), True, "app:zhangsan")
    assert list(await outbox.sent_since(0)) == [("app:zhangsan", 2)]


async def test_what_is_parked_is_taken_back(postgres: Database) -> None:
    inbox, parked = InboxTable(postgres), ParkedTable(postgres)
    await inbox.store([(INCOMING, False)])
    await postgres.transact(lambda: inbox.park(1, "7f3a1c", "KeyError"))
    assert [each.ticket for each in await parked.all()] == ["7f3a1c"]
    assert await parked.wish("m1")
    messages, _ = await parked.take_back()
    assert [row.id for row in messages] == [1]


async def test_what_a_transaction_did_is_taken_back_as_a_whole(postgres: Database) -> None:
    async def fail() -> None:
        await InboxTable(postgres).store([(INCOMING, False)])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await postgres.transact(fail)
    assert list(await InboxTable(postgres).waiting()) == []


async def test_a_connection_goes_back_to_the_pool_with_nothing_left_on_it(postgres: Database) -> None:
    """It is not wiped: an attempt that failed and a transaction that was cancelled must leave neither lock nor row."""

    async def hold(lock: int) -> None:
        await postgres.fetch("SELECT pg_advisory_xact_lock(?1)", lock)
        await InboxTable(postgres).store([(INCOMING, False)])
        raise RuntimeError

    async def hang() -> None:
        with pytest.raises(RuntimeError):
            await postgres.attempt(lambda: hold(1))
        begun.set()
        await asyncio.Event().wait()

    begun = asyncio.Event()
    hanging = asyncio.ensure_future(postgres.attempt(hang))
    await begun.wait()
    hanging.cancel()
    await asyncio.wait([hanging])
    with pytest.raises(RuntimeError):
        await postgres.transact(lambda: hold(2))
    ours = "locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    assert await postgres.fetch(f"SELECT objid FROM pg_locks WHERE {ours}") == []  # noqa: S608 - a constant
    open_ = "datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()"
    assert await postgres.fetch(f"SELECT pid FROM pg_stat_activity WHERE {open_}") == []  # noqa: S608 - a constant


async def test_who_waits_no_longer_does_not_wait_for_the_end_either(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that hangs does not hear that it shall stop."""

    async def hang(**_: object) -> None:
        await asyncio.sleep(30)

    monkeypatch.setattr("asyncpg.connect_utils._cancel", hang)
    monkeypatch.setattr(driver, "STOPPED_WITHIN", 0.02)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02):
            await postgres.fetch("SELECT pg_sleep(3)")
    assert time.monotonic() < began + 1
    assert await postgres.fetch("SELECT 1 AS one") == [{"one": 1}]


async def test_who_cannot_begin_gives_his_connection_back(postgres: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else all places are taken once a hang is over."""

    async def hang(_: object) -> None:
        raise TimeoutError

    async with postgres.connected() as connection:
        pool = connection._holder._pool
    with monkeypatch.context() as patched:
        patched.setattr(TransactionWrapper, "begin", hang)
        with pytest.raises(TimeoutError):
            await postgres.transact(InboxTable(postgres).waiting)
    assert pool.get_idle_size() == pool.get_size()
    assert list(await postgres.transact(InboxTable(postgres).waiting)) == []
