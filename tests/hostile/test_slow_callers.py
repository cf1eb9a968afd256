"""Strangers who send without end, or hardly at all: whoever has something to say is answered meanwhile."""

import asyncio
import time
from contextlib import AsyncExitStack, suppress

import pytest
from aiohttp import ClientSession

from tests.wecom.worlds import Signer, text_xml

from .doors import caller
from .test_fuzz import memory

MB = 1024 * 1024
GROWTH = 20 * MB
SOON = 1.0  # seconds
HEAD = b"POST /wecom/app?msg_signature=0&timestamp=1&nonce=2 HTTP/1.1\r\nHost: bot\r\n"
CHUNK = b"10000\r\n" + b"A" * 0x10000 + b"\r\n"
SLOW = (
    HEAD + b"X-Slow: ",
    HEAD + b"Content-Length: 1000\r\n\r\n",
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n",
    b"PO",
)


async def slowest_of(port: int, count: int) -> float:
    """Of so many good callbacks, each answered 200: the seconds of the one that took longest."""
    slowest = 0.0
    async with ClientSession() as session:
        for number in range(count):
            query, body = Signer().post(text_xml(msg_id=number + 1))
            begun = time.monotonic()
            async with session.post(f"http://127.0.0.1:{port}/wecom/app", params=query, data=body) as answer:
                assert answer.status == 200
            slowest = max(slowest, time.monotonic() - begun)
    return slowest


async def held_by(port: int, strangers: int) -> float:
    """A byte now and then from each of them, while others have something to say."""
    async with AsyncExitStack() as stack:
        writers = [(await stack.enter_async_context(caller(port)))[1] for _ in range(strangers)]
        for number, writer in enumerate(writers):
            writer.write(SLOW[number % len(SLOW)])
        slowest = 0.0
        for _ in range(3):
            for writer in writers:
                writer.write(b"A")
            slowest = max(slowest, await slowest_of(port, 10))
        return slowest


async def flooded_by(port: int, size: int) -> bytes:
    """How the answer begins to a body that goes on for `size` bytes, or until nobody takes it any more."""
    async with caller(port) as (reader, writer):
        writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        with suppress(OSError):
            for _ in range(size // 0x10000):
                writer.write(CHUNK)
                await writer.drain()
        return await asyncio.wait_for(reader.read(12), 5)


async def test_fifty_who_hardly_send_hold_up_nobody(port: int) -> None:
    assert await held_by(port, 50) < SOON


async def test_a_body_without_end_is_refused_and_not_kept(port: int) -> None:
    before = memory()
    assert await flooded_by(port, 32 * MB) == b"HTTP/1.1 413"
    assert memory() - before < GROWTH
    assert await slowest_of(port, 1) < SOON


@pytest.mark.soak
async def test_five_hundred_who_hardly_send(port: int) -> None:
    before = memory()
    assert await held_by(port, 500) < SOON
    assert memory() - before < GROWTH


@pytest.mark.soak
async def test_a_gigabyte(port: int) -> None:
    before = memory()
    flood = asyncio.create_task(flooded_by(port, 1024 * MB))
    assert await slowest_of(port, 20) < SOON
    assert await flood == b"HTTP/1.1 413"
    assert memory() - before < GROWTH
