"""The town of the tests: a sandbox on a free port, with nobody connected yet."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from sandbox.app import create_app
from sandbox.company import load
from sandbox.settings import Settings
from sandbox.world import World
from tests.sandbox.town import Town


@pytest.fixture
def settings() -> Settings:
    """Quick retries and closes; a test module may override it."""
    return Settings(callback_retry_spacing=0.01, close_delay=0.02, settle_timeout=0.2, callback_timeout=0.3)


@pytest.fixture
async def town(settings: Settings) -> AsyncIterator[Town]:
    world = World(load(), settings=settings)
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(TestServer(create_app(world)))
        assert server.port is not None
        world.port = server.port
        http = await stack.enter_async_context(ClientSession())
        yield Town(world, http, stack)
