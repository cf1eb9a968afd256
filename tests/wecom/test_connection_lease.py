"""Of several processes the one with the lease has the long connection: it begins, stops and takes over with it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.shapes.outgoing import Verdict
from bot.wecom.aibot.frames import PUSH
from bot.wecom.aibot.long_connection import State
from tests.wecom.leases import Given
from tests.wecom.sandboxed import Sandbox, sandboxed, until
from tests.wecom.test_long_connection import QUICK, connected
from tests.wecom.worlds import MemoryIntake


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as world:
        yield world


async def say(sandbox: Sandbox, text: str) -> None:
    await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": text})


def texts(intake: MemoryIntake) -> list[str]:
    """Without the event that somebody opened the chat."""
    return [each.text for each in intake.taken if each.text]


async def test_without_it_nobody_is_connected_or_speaks(sandbox: Sandbox) -> None:
    lease = Given(held=False)
    async with connected(sandbox.session, sandbox.bot, lease=lease) as (line, intake):
        await until(lambda: line.state is State.STANDBY)
        await say(sandbox, "有人吗")
        assert (await line.exchange(PUSH, {"chatid": "zhangsan", "chat_type": 1})).verdict is Verdict.RETRY
        lease.give()
        await until(lambda: line.up)
        await say(sandbox, "现在呢")
        await until(lambda: texts(intake))
        assert texts(intake) == ["现在呢"]


async def test_while_nobody_can_be_asked_it_goes_on_hearing_and_says_nothing(sandbox: Sandbox) -> None:
    lease = Given(held=True)
    async with connected(sandbox.session, sandbox.bot, lease=lease) as (line, intake):
        await until(lambda: line.up)
        lease.doubt()
        assert not line.up
        await say(sandbox, "数据库不在的时候")
        await until(lambda: texts(intake))
        lease.give()
        assert line.up
        lease.take()
        await until(lambda: line.state is State.STANDBY)


async def test_it_passes_from_one_to_the_other_without_an_eviction(sandbox: Sandbox) -> None:
    mine, theirs, evicted = Given(held=True), Given(held=False), list[str]()
    async with (
        connected(sandbox.session, sandbox.bot, lease=mine, on_evicted=lambda: evicted.append("")) as (one, heard),
        connected(sandbox.session, sandbox.bot, lease=theirs) as (other, heard_there),
    ):
        await until(lambda: one.up and other.state is State.STANDBY)
        await say(sandbox, "一")
        await until(lambda: texts(heard))
        mine.take()
        assert not one.up  # at once, whatever the socket does: somebody else may speak by now
        await until(lambda: one.state is State.STANDBY)
        theirs.give()
        await until(lambda: other.up)
        await say(sandbox, "二")
        await until(lambda: texts(heard_there))
        assert (texts(heard), texts(heard_there)) == (["一"], ["二"])
        theirs.take()
        await until(lambda: other.state is State.STANDBY)
        mine.give()
        await until(lambda: one.up)
        assert evicted == []


async def test_who_does_not_get_through_to_wecom_lets_another_try(sandbox: Sandbox) -> None:
    theirs = Given(held=False)
    mine = Given(held=True, heir=theirs)
    closed, timing = replace(sandbox.bot, url="ws://127.0.0.1:9/"), replace(QUICK, own_turn=0.05)
    async with (
        connected(sandbox.session, closed, lease=mine, timing=timing) as (one, _),
        connected(sandbox.session, sandbox.bot, lease=theirs, timing=timing) as (other, heard),
    ):
        await until(lambda: other.up and one.state is State.STANDBY)
        await say(sandbox, "有人吗")
        await until(lambda: texts(heard))
        await asyncio.sleep(0.06)
        assert other.up  # who gets through keeps it, for however long


async def test_lost_while_it_was_connecting_it_does_not_subscribe(sandbox: Sandbox) -> None:
    class Fickle(Given):
        """There when it is asked whether to connect, and gone when it is asked whether to subscribe."""

        asked = 0

        def held(self) -> bool:
            self.asked += 1
            if self.asked == 2:
                self.take()
            return super().held()

    lease = Fickle(held=True)
    async with (
        connected(sandbox.session, sandbox.bot) as (holder, _),
        connected(sandbox.session, sandbox.bot, lease=lease) as (late, _),
    ):
        await until(lambda: holder.up and late.state is State.STANDBY and lease.asked > 2)
        await asyncio.sleep(0.02)
        assert holder.up


async def test_whoever_gets_it_back_waits_out_no_pause(sandbox: Sandbox) -> None:
    """He was evicted, by somebody who is not of ours, and would stay away for long; but it is a new turn."""
    lease = Given(held=True)
    async with connected(sandbox.session, sandbox.bot, lease=lease) as (line, _):
        await until(lambda: line.up)
        async with connected(sandbox.session, sandbox.bot) as (stranger, _):
            await until(lambda: stranger.up and line.state is State.EVICTED)
        lease.take()
        await until(lambda: line.state is State.STANDBY)
        lease.give()
        await until(lambda: line.up)
