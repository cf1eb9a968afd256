"""The callbacks' own handlers, without HTTP around them (twenty thousand knocks take seconds) and with it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

from aiohttp import web

from bot.shapes.incoming import Incoming
from bot.shapes.ports import Answered
from bot.wecom.aibot.bubbles import Bubbles
from bot.wecom.aibot.callback import BotCallback
from bot.wecom.app.callback import AppCallback
from bot.wecom.body import BODY_LIMIT
from bot.wecom.crypto import MessageCrypt
from bot.wecom.gate import Gate
from tests.wecom.worlds import CORP, KEYS, STAMP, MemoryFiles

from .letters import Kind

Handler = Callable[[web.Request], Awaitable[web.Response]]


@dataclass
class Taken:
    """An inbox that keeps the last message only, and how many came."""

    count: int = 0
    last: Incoming | None = None

    async def take(self, incoming: Incoming) -> bool:
        self.count, self.last = self.count + 1, incoming
        return True


class NoAnswers:
    """The port `Answers`: none will come."""

    async def answer_may_come(self, _key: str) -> bool:
        return False

    async def answered(self, _key: str) -> Answered | None:
        return None


class _Content:
    def __init__(self, body: bytes) -> None:
        self._body = body

    def is_eof(self) -> bool:
        return True

    def read_nowait(self) -> bytes:
        return self._body


@dataclass
class Knocker:
    """Knocks at one door."""

    gate: Gate
    receive: Handler
    taken: Taken = field(default_factory=Taken)
    routes: Sequence[web.RouteDef] = ()

    async def knock(self, path: str, body: bytes) -> web.Response:
        request = SimpleNamespace(raw_path=path, content_length=len(body), content=_Content(body))
        return await self.receive(cast("web.Request", request))


@dataclass(frozen=True)
class StandingAt:
    """A clock that stands at so many seconds since 1970."""

    seconds: int

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds, UTC)


def knocker(kind: Kind, *, at: int = STAMP) -> Knocker:
    taken, clock = Taken(), StandingAt(at)
    gate = Gate(MessageCrypt([KEYS], CORP if kind is Kind.APP else ""), clock)
    if kind is Kind.APP:
        app = AppCallback(gate, intake=taken, clock=clock)
        return Knocker(gate, app.receive, taken, app.routes())
    bot = BotCallback(gate, Bubbles(100), intake=taken, answers=NoAnswers(), files=MemoryFiles(), clock=clock, held=())
    return Knocker(gate, bot.receive, taken, bot.routes())


@asynccontextmanager
async def served(*doors: Knocker) -> AsyncIterator[int]:
    """The port at which they are, served as bot/app.py serves them."""
    app = web.Application(client_max_size=BODY_LIMIT)
    for door in doors:
        app.add_routes(door.routes)
    runner = web.AppRunner(app, access_log=None, auto_decompress=False, shutdown_timeout=0.1)
    await runner.setup()
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listening:
        await web.SockSite(runner, listening).start()
        yield listening.getsockname()[1]
        await runner.cleanup()


@asynccontextmanager
async def caller(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection of somebody's own making."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        with suppress(OSError):
            await writer.wait_closed()
