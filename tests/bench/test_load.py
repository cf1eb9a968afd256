"""The closed loop: every connection waits for its answer, and what is not a 200 is counted as such."""

import os
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bench import bare
from bench.load import is_whole, run

REQUEST = b"POST /wecom/app HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi"
WRONG = REQUEST.replace(b"/wecom/app", b"/nowhere/x")


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async with TestServer(bare.application()) as server:
        assert server.port
        yield server.port


async def test_a_bare_server_answers_everything(port: int) -> None:
    result = await run([REQUEST], [port], [os.getpid()], 0.1, again=True)
    assert result.ok > 100
    assert result.other == 0
    assert result.accepted >= result.ok
    assert 0 < result.p50 <= result.p99


async def test_each_request_is_sent_once_unless_told_otherwise() -> None:
    bodies = []

    async def receive(request: web.Request) -> web.Response:
        bodies.append(await request.read())
        return web.Response()

    app = web.Application()
    app.router.add_post("/wecom/app", receive)
    requests = [REQUEST.replace(b"hi", f"{number:02}".encode()) for number in range(40)]
    async with TestServer(app) as server:
        assert server.port
        result = await run(requests, [server.port], [os.getpid()], 0.1, again=False)
    assert result.spent
    assert sorted(bodies) == [f"{number:02}".encode() for number in range(40)]


async def test_refusals_are_not_answers(port: int) -> None:
    result = await run([REQUEST, WRONG], [port], [os.getpid()], 0.1, again=True)
    assert result.other > 10
    assert abs(result.ok - result.other) <= 16


@pytest.mark.parametrize(
    ("answer", "whole"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", True),
        (b"HTTP/1.1 200 OK\r\nContent-Le", False),
    ],
)
def test_an_answer_is_whole_with_its_body(answer: bytes, whole: bool) -> None:
    assert is_whole(answer) is whole
