"""The transports against the sandbox: a WeCom in this process, and what a test does in it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.wecom.aibot.long_connection import BotCredentials
from bot.wecom.api.rest import Corp, Rest
from bot.wecom.session import open_session
from sandbox.app import create_app
from sandbox.company import load
from sandbox.settings import Settings
from sandbox.world import World


@dataclass
class Sandbox:
    """The doors for scripts."""

    world: World
    session: ClientSession

    @property
    def corp(self) -> Corp:
        given = self.world.credentials
        secrets = {"app": given.app_secret, "contacts": given.contacts_secret}
        return Corp(self.world.api_base, given.corp_id, secrets)

    @property
    def bot(self) -> BotCredentials:
        return BotCredentials(self.world.ws_url, self.world.credentials.bot_id, self.world.credentials.bot_secret)

    @asynccontextmanager
    async def rest(self) -> AsyncIterator[Rest]:
        rest = Rest(self.session, self.corp, monotonic=asyncio.get_running_loop().time)
        yield rest
        await rest.close()

    async def do(self, door: str, **wish: Any) -> Any:
        async with self.session.post(f"{self.world.api_base}/sandbox/{door}", json=wish) as answer:
            said = await answer.json()
            assert answer.status == 200, said
            return said

    async def log(self, *, at_least: int = 1) -> list[dict[str, Any]]:
        """What was sent so far, once there is so much of it."""
        address = f"{self.world.api_base}/sandbox/log"
        entries: list[dict[str, Any]] = []
        async with asyncio.timeout(5):
            while len(entries) < at_least:
                after = str(entries[-1]["seq"] if entries else 0)
                async with self.session.get(address, params={"after": after, "wait": "1"}) as answer:
                    entries += (await answer.json())["entries"]
        return entries


@asynccontextmanager
async def sandboxed() -> AsyncIterator[Sandbox]:
    world = World(load(), settings=Settings(callback_retry_spacing=0.01, close_delay=0.02, contacts_secret_reads=True))
    async with TestServer(create_app(world)) as server, open_session() as session:
        assert server.port is not None
        world.port = server.port
        yield Sandbox(world, session)


async def until(true: Any) -> None:
    """Until a condition holds; a test that waits for nothing fails after five seconds."""
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - the condition is the other side's, which sets no event
            await asyncio.sleep(0.001)
