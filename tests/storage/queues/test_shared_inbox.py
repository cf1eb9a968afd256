"""The inbox of several processes: one person's messages one after the other, whoever takes them."""

import asyncio
import time
from datetime import UTC, datetime
from unittest import mock

import pytest

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.queue import NotYet
from bot.storage.engine.database import Database
from bot.storage.queues.shared_inbox import SharedInboxTable, still_waiting

pytestmark = pytest.mark.postgres


@pytest.fixture
def inbox(postgres: Database) -> SharedInboxTable:
    return SharedInboxTable(postgres)


async def stored(inbox: SharedInboxTable, key: str, sender: str = "zhangsan", *, urgent: bool = False) -> int:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    [row] = await inbox.store([(Incoming(key, Via.BOT, Kind.TEXT, UserId(sender), at, text="/帮助"), urgent)])
    assert row
    return row


async def claimed(database: Database, inbox: SharedInboxTable, row: int) -> str | None:
    found = await database.transact(lambda: inbox.claim(row, int(time.time() * 1000)))
    return found.key if found else None


async def test_the_older_one_goes_first(postgres: Database, inbox: SharedInboxTable) -> None:
    older, younger, other = await stored(inbox, "1"), await stored(inbox, "2"), await stored(inbox, "3", "lisi")
    with pytest.raises(NotYet):
        await claimed(postgres, inbox, younger)
    assert [await claimed(postgres, inbox, row) for row in (other, older, younger, older)] == ["3", "1", "2", None]


async def test_a_backlog_is_not_read_for_each_message(postgres: Database, inbox: SharedInboxTable) -> None:
    """Even where the server believes that there is none: it last counted when all was done."""
    await postgres.execute(
        "INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts)"
        " SELECT 'old' || n, 'u' || n, false, 0, '{}', 'done', 0, 0 FROM generate_series(1, 1000) AS numbers (n)"
    )
    await postgres.execute("ANALYZE inbox")
    await postgres.execute("UPDATE inbox SET state = 'waiting'")
    row = await stored(inbox, "1")

    async def read() -> int:
        [found] = await postgres.fetch(
            "SELECT seq_tup_read + idx_tup_fetch AS rows FROM pg_stat_xact_user_tables WHERE relname = 'inbox'"
        )
        return int(found["rows"])

    async def work() -> tuple[Incoming | None, int]:
        before = await read()
        return await inbox.claim(row, 0), await read() - before

    message, rows = await postgres.transact(work)
    assert message
    assert rows < 10


async def test_an_urgent_one_overtakes(postgres: Database, inbox: SharedInboxTable) -> None:
    await stored(inbox, "1")
    assert await claimed(postgres, inbox, await stored(inbox, "fire", urgent=True)) == "fire"


async def test_nobody_works_for_a_person_while_somebody_else_does(postgres: Database, inbox: SharedInboxTable) -> None:
    """But the urgent one, which waits for nothing."""
    row, urgent = await stored(inbox, "1"), await stored(inbox, "fire", urgent=True)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        await inbox.claim(row, int(time.time() * 1000))
        begun.set()
        await go_on.wait()

    working = asyncio.create_task(postgres.transact(slow))
    await begun.wait()
    assert await claimed(postgres, inbox, urgent) == "fire"
    other = asyncio.ensure_future(claimed(postgres, inbox, row))
    at_once, _ = await asyncio.wait([other], timeout=1)
    go_on.set()
    await working
    assert at_once, "it waited"
    with pytest.raises(NotYet):
        await other
    assert await claimed(postgres, inbox, row) is None


async def test_nobody_is_locked_for_longer_than_a_transaction(postgres: Database, inbox: SharedInboxTable) -> None:
    await claimed(postgres, inbox, await stored(inbox, "1"))
    ours = "locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    assert await postgres.fetch(f"SELECT objid FROM pg_locks WHERE {ours}") == []  # noqa: S608 - a constant


async def test_urgent_ones_of_one_person_stay_in_order(postgres: Database, inbox: SharedInboxTable) -> None:
    first, second = await stored(inbox, "fire", urgent=True), await stored(inbox, "more", urgent=True)
    with pytest.raises(NotYet):
        await claimed(postgres, inbox, second)
    assert [await claimed(postgres, inbox, row) for row in (first, second)] == ["fire", "more"]


async def test_what_was_worked_on_by_one_that_died_is_free_at_once(postgres: Database, inbox: SharedInboxTable) -> None:
    row, begun = await stored(inbox, "1"), asyncio.Event()

    async def dies() -> None:
        await inbox.claim(row, int(time.time() * 1000))
        begun.set()
        await asyncio.Event().wait()

    dying = asyncio.ensure_future(postgres.attempt(dies))
    await begun.wait()
    dying.cancel()
    await asyncio.wait([dying])
    assert await claimed(postgres, inbox, row) == "1"


async def test_an_attempt_counts_only_when_it_can_begin(postgres: Database, inbox: SharedInboxTable) -> None:
    older, younger = await stored(inbox, "1"), await stored(inbox, "2")
    assert await inbox.resume(older, "stopped") == 1
    with pytest.raises(NotYet):
        await inbox.resume(younger, "stopped")
    await claimed(postgres, inbox, older)
    assert await inbox.resume(younger, "stopped") == 1


async def test_a_pause_after_a_failure_holds_for_everybody(postgres: Database, inbox: SharedInboxTable) -> None:
    row = await stored(inbox, "1")
    await inbox.hold(row, int(time.time() * 1000) + 60_000)
    with pytest.raises(NotYet) as later:
        await claimed(postgres, inbox, row)
    assert 50 < later.value.wait <= 60


async def test_a_pause_from_before_the_clock_was_set_back_holds_nobody(
    postgres: Database, inbox: SharedInboxTable
) -> None:
    row = await stored(inbox, "1")
    await inbox.hold(row, int(time.time() * 1000) + 86_400_000)
    assert await claimed(postgres, inbox, row) == "1"


async def test_who_comes_too_late_for_one_is_in_nobodys_way(postgres: Database, inbox: SharedInboxTable) -> None:
    """He asks one question, and doesn't lock the person whose next one somebody else is about to take."""
    row, younger = await stored(inbox, "1"), await stored(inbox, "2")
    assert await still_waiting(postgres, [row, younger, 77]) == {row, younger}
    await claimed(postgres, inbox, row)
    assert await still_waiting(postgres, [row, younger, 77]) == {younger}

    asked, go_on = asyncio.Event(), asyncio.Event()

    async def late() -> None:
        assert await inbox.claim(row, 0) is None
        asked.set()
        await go_on.wait()

    too_late = asyncio.create_task(postgres.transact(late))
    await asked.wait()
    try:
        assert await claimed(postgres, inbox, younger) == "2"
    finally:
        go_on.set()
        await too_late


async def test_what_is_read_with_the_lock_may_be_old(postgres: Database, inbox: SharedInboxTable) -> None:
    """It is as it was when that statement began; who held the lock until then had committed since."""

    async def lock(_: int) -> bool:
        return True

    row = await stored(inbox, "1")
    with mock.patch.object(inbox, "_lock", lock):
        assert [await claimed(postgres, inbox, row) for _ in range(2)] == ["1", None]
