"""A port is left: who holds a connection hears it with his answer, who is idle is not waited for, nobody new comes."""

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.parting import Parting


@pytest.fixture
async def runner(parting: Parting) -> AsyncIterator[web.AppRunner]:
    async def hello(_: web.Request) -> web.Response:
        return web.Response(text="hello")

    application = web.Application()
    application.on_response_prepare.append(parting.say_last)
    application.add_routes([web.get("/", hello)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield runner
    await runner.cleanup()


@pytest.fixture
def parting() -> Parting:
    return Parting()


def url_of(runner: web.AppRunner) -> str:
    return f"http://127.0.0.1:{runner.addresses[0][1]}/"


async def test_the_last_answer_says_so(parting: Parting, runner: web.AppRunner) -> None:
    url = url_of(runner)
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            assert "Connection" not in answer.headers
        assert runner.server
        assert len(runner.server.connections) == 1
        leaving = asyncio.create_task(parting.await_last(runner, within=5))
        await asyncio.sleep(0)
        async with session.get(url) as answer:  # by the connection that there is
            assert answer.headers["Connection"] == "close"
        async with asyncio.timeout(2):
            await leaving
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(url)


async def test_who_says_nothing_is_not_waited_for(parting: Parting, runner: web.AppRunner) -> None:
    async with aiohttp.ClientSession() as session, session.get(url_of(runner)):
        pass
    async with aiohttp.ClientSession() as session:
        async with session.get(url_of(runner)):
            pass
        began = time.monotonic()
        await parting.await_last(runner, within=0.05)
        assert 0.04 < time.monotonic() - began < 2
