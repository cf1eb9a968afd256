"""Bodies that never end, or never come."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.wecom.body import bounded_body


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async def say_what_came(request: web.Request) -> web.Response:
        body = await bounded_body(request, limit=10, patience=0.02)
        return web.Response(text=repr(body))

    app = web.Application()
    app.router.add_post("/", say_what_came)
    server = TestServer(app)
    await server.start_server(lingering_time=0.02)
    assert server.port is not None
    yield server.port
    await server.close()


async def posted(port: int, headers: str, *pieces: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n\r\n".encode())
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.001)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer.rpartition(b"\r\n\r\n")[2]


async def test_at_once_and_in_pieces(port: int) -> None:
    assert await posted(port, "Content-Length: 4", b"abcd") == b"b'abcd'"
    assert await posted(port, "Content-Length: 4", b"ab", b"cd") == b"b'abcd'"
    assert await posted(port, "Content-Length: 0") == b"b''"


async def test_the_limit_is_inside(port: int) -> None:
    assert await posted(port, "Content-Length: 10", b"0123456789") == b"b'0123456789'"
    assert await posted(port, "Content-Length: 11", b"0123456789A") == b"None"
    assert await posted(port, "Transfer-Encoding: chunked", b"b\r\n0123456789A\r\n0\r\n\r\n") == b"None"


async def test_one_that_stops_coming_is_not_waited_for(port: int) -> None:
    assert await posted(port, "Content-Length: 10", b"ab") == b"b'ab'"
