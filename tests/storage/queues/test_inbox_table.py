"""The inbox table: each message once, in order, claimed by one."""

from datetime import UTC, datetime

from bot.identifiers import TaskId, UserId
from bot.shapes.incoming import Incoming, Kind, Press, Via
from bot.storage.engine.database import Database
from bot.storage.queues.inbox import InboxTable


def message(key: str, sender: str = "zhangsan") -> Incoming:
    press = Press(TaskId("t"), "yes", {"q": ("a", "b")})
    at = datetime(2026, 11, 22, tzinfo=UTC)
    return Incoming(key, Via.BOT, Kind.PRESS, UserId(sender), at, press=press, quote="引用", handle="h")


async def test_what_is_stored_comes_back_as_it_was(database: Database) -> None:
    table = InboxTable(database)
    [row] = await table.store([(message("m1"), False)])
    assert row
    assert await table.claim(row, 1) == message("m1")


async def test_a_copy_in_the_same_batch_or_later_is_known(database: Database) -> None:
    table = InboxTable(database)
    first, copy, other = await table.store([(message("m1"), False), (message("m1"), False), (message("m2"), False)])
    assert (copy, await table.store([(message("m1"), False)])) == (None, [None])
    assert [row.id for row in await table.waiting()] == [first, other]


class Unnumbered(InboxTable):
    """On SQLite: nobody says which of the rows are new."""

    async def _numbered(self, after: int) -> dict[str, int]:
        raise OSError("disk I/O error")


async def test_what_is_stored_is_named_even_if_it_can_not_be_read_just_then(database: Database) -> None:
    table = Unnumbered(database)
    await table.store([(message("m1"), False)])
    *_, new = await table.store([(message("m1"), False), (message("m2"), False)])
    assert new == [row.id for row in await table.waiting()][-1]
    assert await table.claim(new, 1) == message("m2")


async def test_it_is_claimed_once(database: Database) -> None:
    table = InboxTable(database)
    [row] = await table.store([(message("m1"), True)])
    assert row
    assert await table.claim(row, 1)
    assert await table.claim(row, 2) is None
    assert await table.waiting() == []


async def test_failures_are_counted_and_parked_ones_do_not_wait(database: Database) -> None:
    table = InboxTable(database)
    [row] = await table.store([(message("m1"), True)])
    assert row
    assert [await table.fail(row, "x" * 300), await table.fail(row, "y")] == [1, 2]
    await table.hold(row, 77)
    [waiting] = await table.waiting()
    assert (waiting.retry_at, waiting.urgent, waiting.resumed) == (77, True, True)
    assert await table.park(row, "7f3a1c", "why") == message("m1")
    assert await table.park(row, "7f3a1d", "why") is None
    assert await table.waiting() == []
