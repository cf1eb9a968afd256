"""Stopping: what runs finishes, what can't finish does not keep the program, and nothing is lost over it."""

import asyncio
import time

import pytest

from bot.discovery import find_commands
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from tests.chat import Chat


@command("慢", summary="takes a while")
async def slow(ctx: Context) -> Reply:
    await asyncio.sleep(0.02)
    return Reply("好了。")


@command("挂", summary="never comes back")
async def hang(ctx: Context) -> Reply:
    await asyncio.Event().wait()
    return Reply("好了。")


async def opened(database: Database) -> Chat:
    return await Chat.open(database, commands=CommandBook([*find_commands().by_name.values(), slow, hang]))


async def test_what_is_being_handled_is_finished_and_what_waits_stays(database: Database) -> None:
    chat = await opened(database)
    await asyncio.gather(*(chat.core.inbox.take(chat.incoming("张三", "/慢")) for _ in range(3)))
    await asyncio.sleep(0.005)
    await chat.close()
    states = await database.fetch("SELECT state FROM inbox ORDER BY id")
    assert [row["state"] for row in states] == ["done", "waiting", "waiting"]
    again = await opened(database)
    await again.core.settled()
    sent = [*chat.channels[Via.BOT].sent, *again.channels[Via.BOT].sent]
    assert sorted(parcel.id for parcel in sent) == [1, 2, 3]
    await again.close()


@pytest.mark.soak
async def test_a_handler_that_hangs_does_not_keep_the_program(database: Database) -> None:
    chat = await opened(database)
    await chat.core.inbox.take(chat.incoming("张三", "/挂"))
    await asyncio.sleep(0.01)
    began = time.monotonic()
    await chat.close()
    assert time.monotonic() - began < 10
