"""A cry for help goes before all: a flood, its sender's own words, and whatever all workers and senders wait for.

The bar is two seconds from the moment it is heard to its answer at the channel.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bot.discovery import find_commands
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Card, Outcome, Parcel, ToAsker
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.models.safety import AccidentRecord
from bot.storage.queues.inbox import InboxTable
from tests.chat import Chat, Recorder

BAR = 2.0  # seconds
FIRE = "3号车间着火了！！快"


@dataclass(slots=True)
class Stuck(Recorder):
    """Takes an emergency's parcels, and keeps whoever brings another one waiting until it is released."""

    release: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, parcel: Parcel) -> Outcome:
        if "SG-" not in repr(parcel.content):
            await self.release.wait()
        return await Recorder.send(self, parcel)


def of_the_accident(chat: Chat) -> Iterator[Parcel]:
    for channel in chat.channels.values():
        yield from (parcel for parcel in channel.sent if "SG-" in repr(parcel.content))


async def seconds_until_answered(chat: Chat) -> float:
    """And until those in charge have their card."""
    began = time.monotonic()
    async with asyncio.timeout(5 * BAR):
        while not is_answered(chat):  # noqa: ASYNC110 - what it waits for is the pipeline's, which sets no event
            await asyncio.sleep(0.002)
    return time.monotonic() - began


def is_answered(chat: Chat) -> bool:
    said = list(of_the_accident(chat))
    asker = any(isinstance(parcel.address, ToAsker) for parcel in said)
    return asker and any(isinstance(parcel.content, Card) for parcel in said)


async def test_through_a_flood_of_others_and_of_ones_own(chat: Chat) -> None:
    others = [chat.incoming(f"u{number % 40}", "/帮助", key=f"o{number}") for number in range(400)]
    own = [chat.incoming("张三", "/帮助", key=f"z{number}") for number in range(60)]
    taking = [asyncio.create_task(chat.core.inbox.take(each)) for each in [*others, *own]]
    await asyncio.sleep(0)
    taking.append(asyncio.create_task(chat.core.inbox.take(chat.incoming("张三", FIRE))))
    assert await seconds_until_answered(chat) < BAR
    assert len(chat.core.incoming) > 0, "the flood was over before it mattered"
    await asyncio.gather(*taking)
    await chat.core.settled()


async def test_while_every_sender_waits_for_wecom(chat: Chat) -> None:
    """Also to the person who cries, and in the group where it was cried."""
    stuck = Stuck(Via.BOT)
    chat.channels[Via.BOT] = stuck
    for number in range(30):
        await chat.core.inbox.take(chat.incoming(f"u{number}", "/帮助"))
    await chat.core.inbox.take(chat.incoming("张三", "/帮助", room="项目A工作群"))
    await asyncio.sleep(0.05)
    await chat.core.inbox.take(chat.incoming("张三", FIRE, room="项目A工作群"))
    assert await seconds_until_answered(chat) < BAR
    stuck.release.set()
    await chat.core.settled()


async def test_where_ordinary_words_have_used_up_their_limit(chat: Chat) -> None:
    for number in range(40):
        await chat.core.inbox.take(chat.incoming("张三", f"/某{number}", room="项目A工作群"))
    await chat.core.settled()
    assert len(chat.channels[Via.BOT].sent) == 27
    await chat.core.inbox.take(chat.incoming("张三", FIRE, room="项目A工作群"))
    assert await seconds_until_answered(chat) < BAR


async def test_one_accident_that_many_shout_at_once(chat: Chat) -> None:
    people = ["张三", "李四", "王五", "王强", "何苗", "郑群", "高峰", "马丽"]
    await asyncio.gather(*(chat.core.inbox.take(chat.incoming(name, FIRE)) for name in people))
    await chat.core.settled()
    assert [row.number for row in await AccidentRecord.all()] == ["SG-20261122-001"]
    asked = [parcel.address.user for parcel in of_the_accident(chat) if isinstance(parcel.address, ToAsker)]
    assert sorted(asked) == sorted(chat.user(name) for name in people)


async def test_what_was_stored_before_a_stop_is_taken_up_once(database: Database, chat: Chat) -> None:
    await chat.close()
    await InboxTable(database).store([(chat.incoming("张三", FIRE, key="fire"), True)])
    for _ in range(2):
        again = await Chat.open(database)
        await again.core.settled()
        await again.close()
    assert [row.number for row in await AccidentRecord.all()] == ["SG-20261122-001"]
    said = await database.fetch("SELECT state FROM outbox WHERE cause = 'fire'")
    assert [row["state"] for row in said] == ["done", "done", "done"]  # two cards and the answer


@pytest.mark.postgres
async def test_while_every_worker_is_stuck(postgres: Database) -> None:
    """On PostgreSQL, that is: SQLite has one writer, whose transaction nothing can pass."""
    release = asyncio.Event()

    @command("慢", summary="takes its time")
    async def slow(ctx: Context) -> Reply:
        await release.wait()
        return Reply("好。")

    chat = await Chat.open(postgres, commands=CommandBook((*find_commands().commands, slow)))
    await chat.say("张三", "/帮助")
    for number, name in enumerate(["张三", *(each.name for each in chat.company.people[:20])]):
        await chat.core.inbox.take(chat.incoming(name, "/慢", key=f"slow{number}"))
    await asyncio.sleep(0.05)
    await chat.core.inbox.take(chat.incoming("张三", FIRE))
    try:
        assert await seconds_until_answered(chat) < BAR
    finally:
        release.set()
        await chat.core.settled()
        await chat.close()
