"""A server that the tests call over HTTP."""

from collections.abc import AsyncIterator

import pytest

from .doors import knocker, served
from .letters import Kind


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async with served(knocker(Kind.APP), knocker(Kind.BOT)) as port:
        yield port
