"""The open loop: each is sent when it is due, what got no 200 is known, and answers find their messages."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bench import steady
from bench.due import lateness
from bench.people import user
from bench.steady import Steady
from bench.steady_figures import effects
from bench.trials import UntrustworthyError

REQUEST = b"POST /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi"


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(0.05)
        return web.Response(text="ok")

    app = web.Application()
    app.router.add_post("/slow", slow)
    async with TestServer(app) as server:
        assert server.port
        yield server.port


async def test_nothing_waits_for_what_is_slow(port: int) -> None:
    found = await steady.run([REQUEST % b"slow"] * 20, port, 400)
    times = [each for each in found.acks if each is not None]
    assert len(times) == 20
    assert 50 <= min(times) <= max(times) < 1000  # one after the other: a second at least


async def test_what_is_refused_has_no_time(port: int) -> None:
    assert (await steady.run([REQUEST % b"else"] * 2, port, 400)).acks == [None, None]


def test_an_answer_belongs_to_the_message_of_the_same_place() -> None:
    found = Steady(begun=100.0, acks=[1.0, 1.0], late_ms=1.0)
    calls = [(100.25, user(1)), (100.5, user(0))]
    assert effects(found, 10, calls) == pytest.approx([500.0, 150.0])
    with pytest.raises(UntrustworthyError, match="more answers"):
        effects(found, 10, [(100.25, user(1)), (100.5, user(1))])


def test_nobody_may_be_told_twice_or_before_it_is_time() -> None:
    assert lateness([(11.0, "a"), (12.5, "b")], 10.0) == [1.0, 2.5]
    with pytest.raises(UntrustworthyError, match="twice"):
        lateness([(11.0, "a"), (12.5, "a")], 10.0)
    with pytest.raises(UntrustworthyError, match="before"):
        lateness([(9.9, "a")], 10.0)
