"""`/wecom/bot` over HTTP: stored, answered in the response or by polls, after a restart too, and never twice."""

import asyncio
import base64
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.identifiers import FileId, TaskId, UserId
from bot.shapes.incoming import Kind, Via
from bot.shapes.outgoing import (
    Attachment,
    Card,
    Content,
    Media,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToPerson,
    Verdict,
)
from bot.shapes.ports import Answered
from bot.shapes.queue import NotKeptError
from bot.wecom.aibot.bubbles import Bubbles
from bot.wecom.aibot.callback import BotCallback
from bot.wecom.aibot.callback_channel import CallbackBotChannel
from bot.wecom.crypto import CallbackKeys, MessageCrypt, Signed
from bot.wecom.gate import Gate

from .platforms import Platform, platform, rest_to
from .sandboxed import until
from .worlds import CORP, KEYS, OTHER_KEYS, STAMP, MemoryFiles, MemoryIntake, StoppedClock

CRYPT = MessageCrypt([KEYS], "")
LIN = UserId("lin.mei")
TOLD = Card("已同意", plain="已同意", task_id=TaskId("t-1"))


@dataclass
class Ledger:
    """The port `Answers`: what a database would say."""

    working: bool = True
    said: dict[str, Answered] = field(default_factory=dict)

    async def answer_may_come(self, key: str) -> bool:
        return self.working

    async def answered(self, key: str) -> Answered | None:
        return self.said.get(key)


@dataclass
class Bot:
    client: TestClient[web.Request, web.Application]
    intake: MemoryIntake
    ledger: Ledger
    channel: CallbackBotChannel
    platform: Platform
    parcels: int = 0

    async def told(self, body: dict[str, Any], *, crypt: MessageCrypt = CRYPT) -> dict[str, Any] | int | None:
        """What the bot answers: an object, nothing, or a status that is not 200."""
        sealed = crypt.seal(json.dumps(body).encode(), timestamp=str(STAMP), nonce="n0nce")
        query = {"msg_signature": sealed.signature, "timestamp": str(STAMP), "nonce": "n0nce"}
        outer = json.dumps({"encrypt": sealed.encrypted.decode()})
        async with self.client.post("/wecom/bot", params=query, data=outer) as response:
            if response.status != 200:
                return response.status
            answer = await response.read()
        return _opened(json.loads(answer)) if answer else None

    async def say(self, text: str = "/帮助", *, msgid: str = "m-1") -> Any:
        return await self.told(message(self.platform.base, msgid) | {"msgtype": "text", "text": {"content": text}})

    async def press(self) -> Any:
        event = {
            "eventtype": "template_card_event",
            "template_card_event": {"event_key": "yes", "task_id": "t-1", "card_type": "button_interaction"},
        }
        return await self.told(message(self.platform.base, "m-1") | {"msgtype": "event", "event": event})

    async def poll(self, stream: str = "m-1") -> Any:
        return await self.told({"msgid": "p-1", "msgtype": "stream", "stream": {"id": stream}})

    async def send(self, content: Content, *, card: bool = False, **fields: Any) -> Outcome:
        await until(lambda: bool(self.intake.taken))
        handle = self.intake.taken[0].handle
        address = ToCard(Via.BOT, LIN, TaskId("t-1"), handle=handle) if card else ToAsker(Via.BOT, LIN, None, handle)
        self.parcels += 1
        return await self.channel.send(Parcel(fields.pop("id", self.parcels), address, content, **fields))

    def sent_later(self) -> list[Any]:
        return [json.loads(call.body) for call in self.platform.calls if call.path == "aibot/response"]


def message(base: str, msgid: str) -> dict[str, Any]:
    url = f"{base}/cgi-bin/aibot/response?response_code=RC%2B1"
    return {"msgid": msgid, "aibotid": "aib", "chattype": "single", "from": {"userid": LIN}, "response_url": url}


def _opened(outer: dict[str, Any]) -> Any:
    assert isinstance(outer["timestamp"], int)
    assert outer["nonce"] == "n0nce"
    signed = Signed(outer["msgsignature"], str(outer["timestamp"]), outer["nonce"], outer["encrypt"].encode())
    return json.loads(CRYPT.open(signed))


@asynccontextmanager
async def started(
    told: Platform, *, held: tuple[float, ...], fetched_within: float, crypt: MessageCrypt = CRYPT
) -> AsyncIterator[Bot]:
    intake, ledger, bubbles, clock = MemoryIntake(), Ledger(), Bubbles(), StoppedClock()
    gate = Gate(crypt, clock)
    files = MemoryFiles({FileId("f0"): b"\xff\xd8\xff-picture"})
    callback = BotCallback(gate, bubbles, intake=intake, answers=ledger, files=files, clock=clock, held=held)
    app = web.Application()
    app.add_routes(callback.routes())
    async with rest_to(told.base) as rest, TestClient(TestServer(app)) as client:
        channel = CallbackBotChannel(bubbles, rest, fetched_within=fetched_within)
        yield Bot(client, intake, ledger, channel, told)


@pytest.fixture
async def quick() -> AsyncIterator[Bot]:
    """Whose handlers are done before the response must leave."""
    async with platform() as told, started(told, held=(1.0, 1.0), fetched_within=1.0) as bot:
        yield bot


@pytest.fixture
async def slow() -> AsyncIterator[Bot]:
    """Whose responses leave before the handlers are done."""
    async with platform() as told, started(told, held=(0.01,), fetched_within=0.05) as bot:
        yield bot


async def test_a_quick_answer_is_the_response_itself(quick: Bot) -> None:
    answered, outcome = await asyncio.gather(quick.say(), quick.send(Text("好")))
    assert answered == {"msgtype": "stream", "stream": {"id": "m-1", "finish": True, "content": "好"}}
    assert outcome == Outcome(Verdict.DONE)
    assert [(heard.key, heard.via, heard.text) for heard in quick.intake.taken] == [("bot:m-1", Via.BOT, "/帮助")]
    assert await quick.say() == answered  # WeCom did not get it and asks again
    assert (len(quick.intake.taken), quick.sent_later()) == (1, [])


async def test_while_the_key_is_changed_an_answer_is_sealed_by_the_one_that_asked() -> None:
    both = MessageCrypt([CallbackKeys(KEYS.token, OTHER_KEYS.aes_key), KEYS], "")
    async with platform() as told, started(told, held=(1.0, 1.0), fetched_within=1.0, crypt=both) as bot:
        answered, _ = await asyncio.gather(bot.say(), bot.send(Text("好")))
    assert answered["stream"]["content"] == "好"


async def test_what_is_not_stored_is_not_acknowledged(quick: Bot) -> None:
    quick.intake.broken = True
    assert await quick.say() == 500
    quick.intake.error = NotKeptError()
    assert await quick.say() == 429


async def test_silence_is_an_empty_response(quick: Bot) -> None:
    quick.ledger.working = False
    async with asyncio.timeout(3):
        assert await quick.say() is None


async def test_a_slow_answer_is_fetched_by_a_poll(slow: Bot) -> None:
    assert (await slow.say())["stream"]["finish"] is False
    assert (await slow.poll())["stream"] == {"id": "m-1", "finish": False, "content": "收到，正在办…"}
    sending = asyncio.create_task(slow.send(Text("好")))
    await asyncio.sleep(0)
    assert (await slow.poll())["stream"] == {"id": "m-1", "finish": True, "content": "好"}
    assert await sending == Outcome(Verdict.DONE)
    assert slow.sent_later() == []


async def test_without_a_poll_it_goes_to_the_response_url_and_a_late_poll_points_there(slow: Bot) -> None:
    await slow.say()
    outcome = await slow.send(Text("好"))
    assert (outcome.verdict, outcome.receipt) == (Verdict.DONE, {"by": "response_url"})
    assert slow.sent_later() == [{"msgtype": "markdown", "markdown": {"content": "好"}}]
    assert slow.platform.calls[-1].query == {"response_code": "RC+1"}
    assert (await slow.poll())["stream"] == {"id": "m-1", "finish": True, "content": "答复请看下面的消息。"}


async def test_a_second_answer_has_the_response_url_to_itself(quick: Bot) -> None:
    await asyncio.gather(quick.say(), quick.send(Text("一")))
    assert (await quick.send(Text("二"))).receipt == {"by": "response_url"}
    quick.platform.will("aibot/response", {"errcode": 40058, "errmsg": "used"})
    third = await quick.send(Text("三"))
    assert (third.verdict, third.form) == (Verdict.REFUSED, False)


async def test_a_stream_whose_work_came_to_nothing_is_closed(slow: Bot) -> None:
    await slow.say()
    slow.ledger.working = False
    assert (await slow.poll())["stream"] == {"id": "m-1", "finish": True, "content": "已处理。"}


async def test_after_a_restart_a_poll_gets_what_was_said(slow: Bot) -> None:
    slow.ledger.said = {
        "bot:m-1": Answered(Text("好"), {}),
        "bot:m-2": Answered(Text("好"), {"by": "response_url"}),
    }
    assert (await slow.poll())["stream"]["content"] == "好"
    assert (await slow.poll("m-2"))["stream"]["content"] == "答复请看下面的消息。"


async def test_after_a_restart_a_waiting_answer_finds_its_stream(slow: Bot) -> None:
    await slow.say()
    async with started(slow.platform, held=(0.01,), fetched_within=1.0) as again:
        again.intake.taken = slow.intake.taken
        outcome, polled = await asyncio.gather(again.send(Text("好"), repeated=True), again.poll())
    assert (outcome.verdict, polled["stream"]["content"]) == (Verdict.DONE, "好")


async def test_what_may_have_been_fetched_before_is_never_sent_a_second_way(slow: Bot) -> None:
    await slow.say()
    for _ in range(2):
        assert (await slow.send(Text("好"), id=1, repeated=True)).verdict is Verdict.UNKNOWN
    assert slow.sent_later() == []
    assert (await slow.poll())["stream"]["content"] == "好"
    assert (await slow.send(Text("好"), id=1, repeated=True)).verdict is Verdict.DONE


async def test_a_lost_answer_of_the_response_url_is_not_a_second_message(slow: Bot) -> None:
    await slow.say()
    slow.platform.will("aibot/response", "reset", {"errcode": 40058, "errmsg": "used"})
    assert (await slow.send(Text("好"), id=1)).verdict is Verdict.UNKNOWN
    assert (await slow.send(Text("好"), id=1, repeated=True)).verdict is Verdict.DONE


async def test_a_press_changes_the_card_in_its_own_response(quick: Bot) -> None:
    answered, outcome = await asyncio.gather(quick.press(), quick.send(TOLD, card=True))
    assert (answered["response_type"], answered["template_card"]["task_id"]) == ("update_template_card", "t-1")
    assert outcome.verdict is Verdict.DONE
    assert quick.intake.taken[0].kind is Kind.PRESS


async def test_a_slow_press_brings_a_new_card(slow: Bot) -> None:
    assert await slow.press() is None
    assert (await slow.send(TOLD, card=True)).verdict is Verdict.DONE
    [sent] = slow.sent_later()
    assert sent["msgtype"] == "template_card"


async def test_nothing_is_said_unasked(quick: Bot) -> None:
    for handle in (None, "msg||srv-1"):
        outcome = await quick.channel.send(Parcel(1, ToAsker(Via.BOT, LIN, None, handle), Text("好")))
        assert (outcome.verdict, outcome.form) == (Verdict.REFUSED, False)
    assert (await quick.channel.send(Parcel(1, ToPerson(LIN), Text("好")))).verdict is Verdict.REFUSED


async def test_an_answer_goes_to_wecom_only(slow: Bot) -> None:
    slow.platform.base = "http://elsewhere.example"
    await slow.say()
    assert (await slow.send(Text("好"))).verdict is Verdict.REFUSED


async def test_strangers_are_refused_alike(quick: Bot) -> None:
    assert await quick.told({"msgid": "m-1"}, crypt=MessageCrypt([KEYS], CORP)) == 403
    for body in (b"", b"[]", b'{"encrypt": 7}', b'{"encrypt": "AAAA"}', b'{"encrypt": "\xff"}', b"[" * 60_000):
        async with quick.client.post("/wecom/bot", data=body) as response:
            assert (response.status, await response.read()) == (403, b"")
    assert await quick.told({"msgtype": "text"}) is None  # authentic, but from nobody
    assert quick.intake.taken == []


async def test_the_address_is_verified(quick: Bot) -> None:
    sealed = CRYPT.seal(b"1616140317555161061", timestamp=str(STAMP), nonce="n")
    query = {"msg_signature": sealed.signature, "timestamp": str(STAMP), "nonce": "n"}
    async with quick.client.get("/wecom/bot", params=query | {"echostr": sealed.encrypted.decode()}) as response:
        assert (response.status, await response.read()) == (200, b"1616140317555161061")


SHOT = Attachment(Media.IMAGE, FileId("f0"), "现场.jpg", plain="现场照片一张")


async def test_a_picture_ends_the_stream(quick: Bot) -> None:
    answered, outcome = await asyncio.gather(quick.say(), quick.send(SHOT))
    assert (answered["stream"]["content"], outcome.verdict) == ("现场照片一张", Verdict.DONE)
    [item] = answered["stream"]["msg_item"]
    assert base64.b64decode(item["image"]["base64"]) == b"\xff\xd8\xff-picture"
    assert item["image"]["md5"] == hashlib.md5(b"\xff\xd8\xff-picture").hexdigest()  # noqa: S324


async def test_what_cannot_be_shown_here_goes_by_another_channel(slow: Bot) -> None:
    await slow.say()
    for content in (SHOT, replace(SHOT, media=Media.FILE)):
        outcome = await slow.send(content, id=1)
        assert (outcome.verdict, outcome.form) == (Verdict.REFUSED, False)
    assert slow.sent_later() == []
