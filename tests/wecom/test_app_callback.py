"""`/wecom/app` over HTTP: what is taken, and that everything else is refused alike."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.shapes.incoming import Kind
from bot.shapes.queue import NotKeptError
from bot.wecom.app.callback import AppCallback
from bot.wecom.crypto import MessageCrypt
from bot.wecom.gate import Gate

from .worlds import (
    CORP,
    KEYS,
    OTHER_KEYS,
    PRESS_XML,
    STAMP,
    MemoryIntake,
    Signer,
    StoppedClock,
    contact_xml,
    envelope,
    text_xml,
)


@dataclass
class Door:
    client: TestClient[web.Request, web.Application]
    intake: MemoryIntake
    gate: Gate

    async def post(self, query: dict[str, str], body: bytes) -> tuple[int, bytes]:
        async with self.client.post("/wecom/app", params=query, data=body) as answer:
            return answer.status, await answer.read()


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    intake = MemoryIntake()
    gate = Gate(MessageCrypt([KEYS], CORP), StoppedClock())
    app = web.Application()
    app.add_routes(AppCallback(gate, intake=intake, clock=StoppedClock()).routes())
    async with TestClient(TestServer(app)) as client:
        yield Door(client, intake, gate)


async def test_a_message_is_stored_and_then_acknowledged_with_nothing(door: Door) -> None:
    assert await door.post(*Signer().post(text_xml("你好", msg_id=7))) == (200, b"")
    assert [(taken.key, taken.text) for taken in door.intake.taken] == [("app:7", "你好")]


async def test_a_copy_is_acknowledged_without_effect(door: Door) -> None:
    for document in (text_xml(), PRESS_XML, contact_xml("delete_user", "<UserID>a</UserID>")):
        delivery = Signer().post(document)
        assert [await door.post(*delivery) for _ in range(3)] == [(200, b"")] * 3
        assert await door.post(*Signer().post(document, stamp=STAMP + 5, nonce="retry")) == (200, b"")
    assert [taken.kind for taken in door.intake.taken] == [Kind.TEXT, Kind.PRESS, Kind.CONTACTS]


async def test_what_is_not_stored_is_asked_for_again(door: Door) -> None:
    door.intake.broken = True
    assert await door.post(*Signer().post(text_xml())) == (500, b"")
    door.intake.error = NotKeptError()  # his share is used up: nginx must not take us for dead, as it does for a 500
    assert await door.post(*Signer().post(text_xml())) == (429, b"")
    door.intake.broken = False
    assert await door.post(*Signer().post(text_xml())) == (200, b"")
    assert len(door.intake.taken) == 1


async def test_url_verification_answers_the_bare_words(door: Door) -> None:
    sealed = MessageCrypt([KEYS], CORP).seal(b"1616140317555161061", timestamp=str(STAMP), nonce="n")
    query = {
        "msg_signature": sealed.signature,
        "timestamp": str(STAMP),
        "nonce": "n",
        "echostr": sealed.encrypted.decode(),
    }
    async with door.client.get("/wecom/app", params=query) as answer:
        assert (answer.status, await answer.read()) == (200, b"1616140317555161061")
    async with door.client.get("/wecom/app", params=query | {"msg_signature": "0" * 40}) as answer:
        assert (answer.status, await answer.read()) == (403, b"")
    async with door.client.get("/wecom/app") as answer:
        assert (answer.status, await answer.read()) == (403, b"")


GOOD_QUERY, GOOD_BODY = Signer().post(text_xml())
STAMPS = ("", "x", "-1", "1e9", "٣" * 10, "9" * 400)

BAD = {
    "no query": ({}, GOOD_BODY),
    "wrong signature": (GOOD_QUERY | {"msg_signature": "0" * 40}, GOOD_BODY),
    "signature not ascii": (GOOD_QUERY | {"msg_signature": "签名"}, GOOD_BODY),
    "stale": Signer().post(text_xml(), stamp=STAMP - 301),
    "from the future": Signer().post(text_xml(), stamp=STAMP + 301),
    "a moved stamp": (GOOD_QUERY | {"timestamp": str(STAMP + 1)}, GOOD_BODY),
    **{f"stamp {stamp[:9]!r}": (GOOD_QUERY | {"timestamp": stamp}, GOOD_BODY) for stamp in STAMPS},
    "other keys": Signer([OTHER_KEYS]).post(text_xml()),
    "other corp": Signer(corp="ww0000000000000000").post(text_xml()),
    "empty body": (GOOD_QUERY, b""),
    "no Encrypt": (GOOD_QUERY, b"<xml/>"),
    "not XML": (GOOD_QUERY, b"\x00\xff{}"),
    "bomb outside": (GOOD_QUERY, b'<!DOCTYPE x [<!ENTITY a "ha">]><xml><Encrypt>&a;</Encrypt></xml>'),
    "bomb inside": Signer().post('<!DOCTYPE x [<!ENTITY a "ha">]><xml><Content>&a;</Content></xml>'),
    "deep inside": Signer().post("<a>" * 3000 + "</a>" * 3000),
    "nothing inside": Signer().post(""),
    "half a block": (GOOD_QUERY, envelope(b"AAAA")),
}


@pytest.mark.parametrize("delivery", BAD.values(), ids=BAD)
async def test_every_refusal_is_the_same(door: Door, delivery: tuple[dict[str, str], bytes]) -> None:
    assert await door.post(*delivery) == (403, b"")
    assert door.intake.taken == []
    assert door.gate.refused == 1


async def test_what_is_authentic_and_says_nothing_is_not_asked_for_again(door: Door) -> None:
    assert await door.post(*Signer().post("<xml><MsgType>text</MsgType></xml>")) == (200, b"")
    assert (door.intake.taken, door.gate.refused) == ([], 0)


@pytest.mark.parametrize("stamp", [STAMP - 300, STAMP + 300])
async def test_the_edge_of_the_window_is_inside(door: Door, stamp: int) -> None:
    assert await door.post(*Signer().post(text_xml(), stamp=stamp)) == (200, b"")


async def test_too_much_is_refused_before_it_is_read(door: Door) -> None:
    assert (await door.post(GOOD_QUERY, b"A" * (64 * 1024 + 1)))[0] == 413


async def test_too_much_without_a_length_is_refused_too(door: Door) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"A" * 1024
            await asyncio.sleep(0)

    async with door.client.post("/wecom/app", params=GOOD_QUERY, data=endless()) as answer:
        assert answer.status == 413


async def test_a_body_in_pieces_is_put_together(door: Door) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(GOOD_BODY), 100):
            yield GOOD_BODY[start : start + 100]
            await asyncio.sleep(0)

    async with door.client.post("/wecom/app", params=GOOD_QUERY, data=pieces()) as answer:
        assert answer.status == 200
    assert len(door.intake.taken) == 1


async def test_another_method_is_not_for_us(door: Door) -> None:
    async with door.client.put("/wecom/app") as answer:
        assert answer.status == 405
