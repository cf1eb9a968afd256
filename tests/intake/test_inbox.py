"""Stored and committed, only then acknowledged, only then worked on."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.identifiers import UserId, card_id
from bot.intake.inbox import Inbox
from bot.queueing.rush import Rush
from bot.shapes.incoming import Incoming, Kind, Press, Via
from bot.shapes.queue import Waiting
from bot.storage.engine.database import Database
from bot.storage.queues.inbox import InboxTable


def message(key: str, text: str = "/帮助", *, sender: str = "zhangsan") -> Incoming:
    return Incoming(key, Via.APP, Kind.TEXT, UserId(sender), datetime(2026, 11, 22, tzinfo=UTC), text=text)


class Slow(InboxTable):
    """Stores when it is let."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.go = asyncio.Event()

    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        await self.go.wait()
        return await super().store(batch)


async def test_a_message_is_announced_once_however_often_it_comes(database: Database) -> None:
    announced: list[Waiting] = []
    inbox = Inbox(InboxTable(database), announced.extend, Rush())
    taken = await asyncio.gather(*(inbox.take(message("m1")) for _ in range(5)))
    assert sorted(taken) == [False] * 4 + [True]
    assert await inbox.take(message("m1")) is False
    assert [row.lane for row in announced] == ["zhangsan"]


async def test_what_is_done_about_an_emergency_is_urgent_too(database: Database) -> None:
    announced: list[Waiting] = []
    inbox = Inbox(InboxTable(database), announced.extend, Rush())
    for number, card in enumerate((card_id("accident", "SG-20261122-001"), card_id("confirm", "7"))):
        await inbox.take(replace(message(f"p{number}"), kind=Kind.PRESS, press=Press(card, "take")))
    assert [row.urgent for row in announced] == [True, False]


async def test_it_is_committed_before_it_is_acknowledged(database: Database) -> None:
    rows = Slow(database)
    inbox = Inbox(rows, lambda announced: None, Rush())
    taking = asyncio.create_task(inbox.take(message("m1")))
    await asyncio.sleep(0.001)
    assert not taking.done()
    rows.go.set()
    assert await taking
    assert len(await rows.waiting()) == 1


async def test_a_caller_who_hangs_up_leaves_a_message_that_is_worked_on(database: Database) -> None:
    announced: list[Waiting] = []
    rows = Slow(database)
    inbox = Inbox(rows, announced.extend, Rush())
    taking = asyncio.create_task(inbox.take(message("m1")))
    await asyncio.sleep(0.001)
    taking.cancel()
    rows.go.set()
    assert await inbox.take(message("m2"))
    assert len(announced) == 2


async def test_words_of_danger_are_urgent(database: Database) -> None:
    announced: list[Waiting] = []
    inbox = Inbox(InboxTable(database), announced.extend, Rush())
    await inbox.take(message("m1", "三车间着火了"))
    await inbox.take(message("m2"))
    assert [row.urgent for row in announced] == [True, False]


async def test_cries_that_share_a_commit_stay_in_order(database: Database) -> None:
    announced: list[Waiting] = []
    rows = Slow(database)
    inbox = Inbox(rows, announced.extend, Rush())
    texts = ("/帮助", "三车间着火了", "火越来越大了，有人受伤")
    taking = [asyncio.create_task(inbox.take(message(f"m{number}", text))) for number, text in enumerate(texts)]
    await asyncio.sleep(0.001)
    rows.go.set()
    await asyncio.gather(*taking)
    stored = await database.fetch("SELECT key FROM inbox WHERE urgent ORDER BY id")
    assert [row["key"] for row in stored] == ["m1", "m2"]


async def test_one_that_cannot_be_stored_does_not_take_the_others_with_it(database: Database) -> None:
    inbox = Inbox(InboxTable(database), lambda announced: None, Rush())
    taken = await asyncio.gather(
        *(inbox.take(message(f"m{number}", text)) for number, text in enumerate(("a", "b", "half \ud83d", "c"))),
        return_exceptions=True,
    )
    assert [taken[0], taken[1], taken[3]] == [True, True, True]
    assert isinstance(taken[2], UnicodeEncodeError)


async def test_what_is_not_stored_is_not_acknowledged(database: Database) -> None:
    class Broken(InboxTable):
        async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        await Inbox(Broken(database), lambda announced: None, Rush()).take(message("m1"))


async def test_a_database_that_may_only_be_read_acknowledges_nothing_and_goes_on_by_itself(database: Database) -> None:
    inbox = Inbox(InboxTable(database), lambda announced: None, Rush())
    await database.fetch("PRAGMA query_only = ON")
    refused = await asyncio.gather(*(inbox.take(message(f"m{number}")) for number in range(3)), return_exceptions=True)
    assert all(isinstance(each, Exception) for each in refused)
    await database.fetch("PRAGMA query_only = OFF")
    assert await asyncio.gather(*(inbox.take(message(f"m{number}")) for number in range(3))) == [True] * 3


async def test_on_a_full_disk_what_is_acknowledged_is_stored_and_the_rest_comes_again(database: Database) -> None:
    """A file that may not grow stands for the disk."""
    inbox = Inbox(InboxTable(database), lambda announced: None, Rush())
    keys = [f"m{number}" for number in range(40)]

    async def taken() -> set[str]:
        found = [await asyncio.gather(inbox.take(message(key, "字" * 200)), return_exceptions=True) for key in keys]
        return {key for key, [answer] in zip(keys, found, strict=True) if isinstance(answer, bool)}

    [row] = await database.fetch("PRAGMA page_count")
    await database.fetch(f"PRAGMA max_page_count = {row['page_count'] + 3}")
    acknowledged = await taken()
    assert 0 < len(acknowledged) < len(keys)
    assert {row["key"] for row in await database.fetch("SELECT key FROM inbox")} == acknowledged
    await database.fetch("PRAGMA max_page_count = 1000000")
    assert await taken() == set(keys)
    assert [row["key"] for row in await database.fetch("SELECT key FROM inbox ORDER BY key")] == sorted(keys)


@pytest.mark.parametrize(("senders", "is_rush"), [(1, False), (20, True)])
async def test_one_who_writes_without_end_is_no_crowd_that_others_make_way_for(
    database: Database, *, senders: int, is_rush: bool
) -> None:
    rush = Rush(lull=60, patience=0.05)
    inbox = Inbox(InboxTable(database), lambda rows: None, rush)
    await asyncio.gather(*(inbox.take(message(f"m{each}", sender=f"s{each % senders}")) for each in range(40)))
    began = asyncio.get_running_loop().time()
    await rush.over()
    assert (asyncio.get_running_loop().time() - began >= 0.05) is is_rush
