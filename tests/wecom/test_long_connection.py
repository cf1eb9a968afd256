"""The life of the long connection, against the sandbox and against a WeCom that misbehaves."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest
from aiohttp import ClientSession, WSMsgType, web
from aiohttp.test_utils import TestServer

from bot.shapes.incoming import Kind
from bot.shapes.outgoing import Verdict
from bot.wecom.aibot.frames import PUSH
from bot.wecom.aibot.long_connection import BotCredentials, LongConnection, State, Timing
from bot.wecom.session import open_session

from .sandboxed import Sandbox, sandboxed, until
from .worlds import MemoryIntake, StoppedClock

QUICK = Timing(
    connect=1.0,
    ack=1.0,
    after_break=(0.01, 0.05),
    after_refusal=(0.01, 0.05),
    after_eviction=(60.0, 60.0),
    receipt=0.01,
)


@asynccontextmanager
async def connected(
    session: ClientSession, credentials: BotCredentials, *, timing: Timing = QUICK, **wiring: Any
) -> AsyncIterator[tuple[LongConnection, MemoryIntake]]:
    intake = MemoryIntake()
    line = LongConnection(
        session, credentials, intake=intake, clock=StoppedClock(), timing=timing, dice=lambda: 0.0, **wiring
    )
    line.start()
    yield line, intake
    await line.stop(within=1)
    assert line.state is State.STOPPED


# ---- with the sandbox ------------------------------------------------------------------------------------


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as world:
        yield world


async def test_it_hears_what_people_say(sandbox: Sandbox) -> None:
    async with connected(sandbox.session, sandbox.bot) as (line, intake):
        await until(lambda: line.up)
        said = await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "/帮助"})
        await until(lambda: len(intake.taken) == 2)
    entered, asked = intake.taken
    assert (entered.kind, entered.sender) == (Kind.ENTER, "zhangsan")
    assert (asked.kind, asked.text, asked.chat, asked.key) == (Kind.TEXT, "/帮助", None, f"bot:{said['msgid']}")


async def test_whoever_subscribes_later_stays_and_the_earlier_one_stays_away(sandbox: Sandbox) -> None:
    evictions: list[str] = []
    async with connected(sandbox.session, sandbox.bot, on_evicted=lambda: evictions.append("first")) as (first, _):
        await until(lambda: first.up)
        async with connected(sandbox.session, sandbox.bot, on_evicted=lambda: evictions.append("second")) as (later, _):
            await until(lambda: later.up)
            await until(lambda: first.state is State.EVICTED)
            await asyncio.sleep(0.05)  # many times the pause after a mere break
            assert (first.up, later.up, evictions) == (False, True, ["first"])
            assert (await first.exchange(PUSH, {})).verdict is Verdict.RETRY


async def test_wrong_credentials_are_tried_slowly(sandbox: Sandbox) -> None:
    wrong = replace(sandbox.bot, secret="wrong")
    slow = replace(QUICK, after_refusal=(60.0, 60.0))
    async with connected(sandbox.session, wrong, timing=slow) as (line, _):
        await until(lambda: line.state is State.REFUSED)
        assert not line.up
    assert "wrong" not in repr(wrong)


async def test_it_comes_back_when_the_connection_breaks(sandbox: Sandbox) -> None:
    async with connected(sandbox.session, sandbox.bot) as (line, intake):
        await until(lambda: line.up)
        await sandbox.do("faults", path="ws:aibot_send_msg", drop="request", times=1)
        outcome = await line.exchange(PUSH, {"chatid": "zhangsan", "chat_type": 1})
        assert outcome.verdict is Verdict.UNKNOWN
        await until(lambda: line.up)
        await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "还在吗"})
        await until(lambda: "还在吗" in [taken.text for taken in intake.taken])


async def always(_key: str) -> bool:
    return True


async def test_long_work_is_announced_after_it_was_stored(sandbox: Sandbox) -> None:
    async with connected(sandbox.session, sandbox.bot, still_working=always) as (line, _):
        await until(lambda: line.up)
        said = await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "/统计"})
        [entry] = await sandbox.log()
        assert (entry["text"], entry["in_reply_to"]) == ("收到，正在办…", said["msgid"])


async def test_nothing_is_announced_that_was_not_stored(sandbox: Sandbox) -> None:
    async with connected(sandbox.session, sandbox.bot, still_working=always) as (line, intake):
        await until(lambda: line.up)
        intake.broken = True
        await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "/统计"})
        await asyncio.sleep(0.05)
        assert sandbox.world.calls.under("ws:aibot_respond_msg") == []
        intake.broken = False
        await until(lambda: sandbox.world.calls.under("ws:aibot_respond_msg"))


# ---- with a WeCom that misbehaves ------------------------------------------------------------------------

Play = Callable[[web.WebSocketResponse, dict[str, Any]], Awaitable[None]]


@dataclass
class Stage:
    """Acknowledges subscriptions; the rest is up to `play`, which sees every other frame."""

    play: Play
    errcodes: list[int] = field(default_factory=list)
    subscribed: int = 0
    sockets: list[web.WebSocketResponse] = field(default_factory=list)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._take(socket, json.loads(message.data))
        return socket

    async def _take(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        if frame["cmd"] == "aibot_subscribe":
            self.subscribed += 1
            await acknowledge(socket, frame, self.errcodes.pop(0) if self.errcodes else 0)
        else:
            await self.play(socket, frame)


async def acknowledge(socket: web.WebSocketResponse, frame: dict[str, Any], errcode: int = 0) -> None:
    await socket.send_json({"headers": frame["headers"], "errcode": errcode, "errmsg": "x"})


async def silent(_socket: web.WebSocketResponse, _frame: dict[str, Any]) -> None:
    return


@asynccontextmanager
async def staged(stage: Stage) -> AsyncIterator[tuple[ClientSession, BotCredentials]]:
    app = web.Application()
    app.router.add_get("/", stage.connect)
    async with TestServer(app) as server, open_session() as session:
        yield session, BotCredentials(str(server.make_url("/")).replace("http", "ws"), "aib", "s3cr3t")


async def test_two_unanswered_heartbeats_end_a_connection() -> None:
    stage = Stage(silent)
    timing = replace(QUICK, heartbeat=0.01, ack=0.01)
    async with staged(stage) as (session, credentials), connected(session, credentials, timing=timing):
        await until(lambda: stage.subscribed >= 2)


async def test_answered_heartbeats_keep_it() -> None:
    beats: list[str] = []

    async def pong(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        beats.append(frame["cmd"])
        if len(beats) % 2:  # one missing now and then is nothing
            await acknowledge(socket, frame)

    stage = Stage(pong)
    timing = replace(QUICK, heartbeat=0.005, ack=0.02)
    async with staged(stage) as (session, credentials), connected(session, credentials, timing=timing) as (line, _):
        await until(lambda: len(beats) >= 6)
        assert (stage.subscribed, line.up) == (1, True)
    assert set(beats) == {"ping"}


async def test_a_slow_database_does_not_stop_the_acks() -> None:
    async def tell(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        body = {"msgid": "m", "from": {"userid": "a"}, "msgtype": "text", "text": {"content": "好"}}
        await socket.send_json({"cmd": "aibot_msg_callback", "headers": {"req_id": "srv"}, "body": body})
        await acknowledge(socket, frame)

    @dataclass
    class Stuck(MemoryIntake):
        gate: asyncio.Event = field(default_factory=asyncio.Event)

        async def take(self, incoming: Any) -> bool:
            await self.gate.wait()
            return await super().take(incoming)

    stage, intake = Stage(tell), Stuck()
    async with staged(stage) as (session, credentials):
        line = LongConnection(session, credentials, intake=intake, clock=StoppedClock(), timing=QUICK)
        line.start()
        await until(lambda: line.up)
        assert (await line.exchange(PUSH, {})).verdict is Verdict.DONE
        assert intake.taken == []
        intake.gate.set()
        await line.stop()
        assert len(intake.taken) == 1  # what was heard is stored before the stop is over


@pytest.mark.parametrize(
    "junk", ["", "[]", "{}", '{"cmd":"aibot_msg_callback","headers":{},"body":[]}', '{"headers":{"req_id":"nobody"}}']
)
async def test_junk_does_no_harm(junk: str) -> None:
    async def answer(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        await socket.send_str(junk)
        await socket.send_bytes(b"\x00")
        await acknowledge(socket, frame)

    stage = Stage(answer)
    async with staged(stage) as (session, credentials), connected(session, credentials) as (line, intake):
        await until(lambda: line.up)
        assert (await line.exchange(PUSH, {})).verdict is Verdict.DONE
        assert (stage.subscribed, intake.taken) == (1, [])


@pytest.mark.parametrize(
    ("errcode", "state"), [(853000, State.REFUSED), (45009, State.REFUSED), (123456, State.REFUSED)]
)
async def test_a_refused_subscription_waits_longer(errcode: int, state: State) -> None:
    stage = Stage(silent, errcodes=[errcode] * 3)
    async with staged(stage) as (session, credentials), connected(session, credentials) as (line, _):
        await until(lambda: line.state is state)
        await until(lambda: line.up)
    assert stage.subscribed == 4


async def test_nobody_there() -> None:
    nowhere = BotCredentials("ws://127.0.0.1:1", "aib", "s")
    async with open_session() as session, connected(session, nowhere) as (line, _):
        await asyncio.sleep(0.03)
        assert (line.up, line.state) == (False, State.CONNECTING)
        assert (await line.exchange(PUSH, {})).verdict is Verdict.RETRY


async def test_a_clock_that_breaks_does_not_end_it(sandbox: Sandbox) -> None:
    class Broken(StoppedClock):
        asked = 0

        def now(self) -> datetime:
            self.asked += 1
            if self.asked <= 2:  # opening the chat, and the first words
                raise RuntimeError("no time")
            return super().now()

    clock, intake = Broken(), MemoryIntake()
    line = LongConnection(sandbox.session, sandbox.bot, intake=intake, clock=clock, timing=QUICK)
    line.start()
    await until(lambda: line.up)
    await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "一"})
    await until(lambda: clock.asked == 2)
    await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "二"})
    await until(lambda: [taken.text for taken in intake.taken] == ["二"])
    await line.stop()


async def test_a_socket_that_just_ends_is_taken_up_again() -> None:
    async def break_off(socket: web.WebSocketResponse, _frame: dict[str, Any]) -> None:
        await socket.close()

    stage = Stage(break_off)
    async with staged(stage) as (session, credentials), connected(session, credentials) as (line, _):
        await until(lambda: line.up)
        assert (await line.exchange(PUSH, {})).verdict is Verdict.UNKNOWN
        await until(lambda: stage.subscribed == 2 and line.up)
