"""A network that loses what is said, and tells neither side: nobody waits for answers that can't come."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.storage.engine import database as module
from bot.storage.engine import postgres as driver
from bot.storage.engine.database import Database
from bot.storage.engine.members import Members, Timing
from bot.storage.engine.trouble import is_away
from tests.pipeline.wires import Wires, wired
from tests.postgres import Emptied

pytestmark = pytest.mark.postgres

AT_ONCE = 1.0  # seconds, on a machine that does much else; the driver's own limits are half a minute each


@pytest.fixture
async def far(emptied: Emptied, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Database, Wires]]:
    monkeypatch.setattr(driver, "STOPPED_WITHIN", 0.02)
    monkeypatch.setitem(module._POSTGRES_POOL, "timeout", 0.2)
    monkeypatch.setitem(module._POSTGRES_POOL, "minsize", 0)
    async with emptied.one() as url, wired(url) as (wires, by):
        database = await Database.open(by)
        await database.fetch("SELECT 1")
        yield database, wires
        await database.close()


async def broken_off(work: Awaitable[object]) -> None:
    """At once, and by something that may pass."""
    began = time.monotonic()
    with pytest.raises(Exception) as raised:  # noqa: PT011 - whichever the driver takes
        await work
    assert is_away(raised.value)
    assert time.monotonic() < began + AT_ONCE


async def all_is_well(database: Database) -> None:
    """And every place in the pool is free."""
    assert await database.fetch("SELECT 1 AS one") == [{"one": 1}]
    async with database.connected() as connection:
        pool = connection._holder._pool
    assert pool._queue.qsize() == len(pool._holders)


async def test_what_timed_out_is_not_taken_back_on_a_connection_that_is_lost(far: tuple[Database, Wires]) -> None:
    database, wires = far

    async def work() -> None:
        wires.cut()
        async with asyncio.timeout(0.02):
            await database.fetch("SELECT 1")

    await broken_off(database.transact(work))
    wires.mend()
    await all_is_well(database)


@pytest.mark.parametrize("in_transaction", [False, True])
async def test_what_waits_when_connections_are_given_up_hears_so(
    far: tuple[Database, Wires], *, in_transaction: bool
) -> None:
    database, wires = far
    asked: Callable[[], Awaitable[object]] = lambda: database.fetch("SELECT 1")  # noqa: E731 - a door to it
    wires.cut()
    waiting = asyncio.ensure_future(database.transact(asked) if in_transaction else asked())
    await asyncio.sleep(0.02)
    assert not waiting.done()
    database.give_up_connections()
    await broken_off(waiting)
    wires.mend()
    await all_is_well(database)


async def test_of_a_transaction_whose_connection_is_given_up_nothing_stands(far: tuple[Database, Wires]) -> None:
    database, _ = far
    half, given_up = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await database.execute("INSERT INTO lease (name, holder) VALUES ('half', 1)")
        half.set()
        await given_up.wait()
        await database.execute("INSERT INTO lease (name, holder) VALUES ('other half', 1)")

    waiting = asyncio.ensure_future(database.transact(work))
    await half.wait()
    database.give_up_connections()
    given_up.set()
    await broken_off(waiting)
    assert await database.fetch("SELECT name FROM lease") == []
    await all_is_well(database)


async def test_who_is_not_let_in_waits_no_longer(far: tuple[Database, Wires]) -> None:
    database, wires = far
    database.give_up_connections()
    wires.cut()
    await broken_off(database.fetch("SELECT 1"))
    wires.mend()
    await all_is_well(database)


async def test_both_sides_ask_whether_the_other_is_there(far: tuple[Database, Wires]) -> None:
    database, _ = far
    async with database.connected() as connection:
        plug: socket.socket = connection._transport.get_extra_info("socket")
        assert plug.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    rows = await database.fetch("SELECT name, setting, source FROM pg_settings WHERE source = 'client'")
    told = {row["name"]: row["setting"] for row in rows}
    assert {"tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count", "tcp_user_timeout"} <= set(told)


async def test_a_session_that_was_lost_in_the_midst_of_a_statement_gives_its_locks_back(
    far: tuple[Database, Wires],
) -> None:
    """It reads on for the rest of it, which no limit of the server's ends, and else would hold them for hours."""
    database, wires = far
    await database.execute("INSERT INTO lease (name, holder) VALUES ('one', 1)")
    members = Members(database, timing=Timing(beat=0.02, lease=0.15))
    await members.start()
    async with database.connected() as connection:
        await connection.execute("BEGIN")
        await connection.execute("UPDATE lease SET holder = 2 WHERE name = 'one'")
        await connection.prepare("SELECT holder FROM lease")  # after which the server waits for the values
        wires.cut()
        while members.reachable.is_set():  # noqa: ASYNC110 - that it is unset rings no bell
            await asyncio.sleep(0.02)
    wires.mend()
    await members.reachable.wait()
    async with asyncio.timeout(AT_ONCE):
        await database.execute("UPDATE lease SET holder = 3 WHERE name = 'one'")
        while database.left():  # noqa: ASYNC110 - nor does this
            await asyncio.sleep(0.02)
    await members.stop()
