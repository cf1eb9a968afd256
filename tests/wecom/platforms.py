"""A WeCom that answers what a test tells it to, over real HTTP."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.wecom.api.rest import Corp, Rest
from bot.wecom.session import open_session

SECRET = "s3cr3t-of-the-app"


@dataclass
class Ticking:
    """A monotonic clock that moves by hand, in seconds."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Call:
    path: str
    query: dict[str, str]
    body: bytes


@dataclass
class Platform:
    """`script` holds what to answer next by path: an object, a status, raw bytes, or "reset" and "hang"."""

    script: dict[str, deque[Any]] = field(default_factory=lambda: defaultdict(deque))
    calls: list[Call] = field(default_factory=list)
    tokens: int = 0
    base: str = ""
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def will(self, path: str, *answers: Any) -> None:
        self.script[path].extend(answers)

    def paths(self) -> list[str]:
        return [call.path for call in self.calls]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        self.calls.append(Call(path, dict(request.query), await request.read()))
        answers = self.script[path]
        answer = answers.popleft() if answers else self.usual(path)
        if answer == "reset":
            request.transport.abort()  # type: ignore[union-attr]
        if answer == "hang":
            await self.released.wait()
        if isinstance(answer, int):
            return web.Response(status=answer, headers={"Location": "/cgi-bin/elsewhere"})
        if isinstance(answer, bytes):
            return web.Response(body=answer)
        return web.json_response(answer)

    def usual(self, path: str) -> dict[str, Any]:
        if path != "gettoken":
            return {"errcode": 0, "errmsg": "ok"}
        self.tokens += 1
        return {"errcode": 0, "errmsg": "ok", "access_token": f"token-{self.tokens}", "expires_in": 7200}


@asynccontextmanager
async def platform() -> AsyncIterator[Platform]:
    told = Platform()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/cgi-bin/{path:.*}", told.handle)
    async with TestServer(app) as server:
        told.base = str(server.make_url("")).rstrip("/")
        yield told
        told.released.set()


@asynccontextmanager
async def rest_to(base: str, *, monotonic: Ticking | None = None, total_time: float = 5.0) -> AsyncIterator[Rest]:
    corp = Corp(base, "ww0123456789abcdef", {"app": SECRET, "contacts": "s3cr3t-of-contacts"})
    async with open_session() as session:
        rest = Rest(session, corp, monotonic=monotonic or Ticking(), total_time=total_time)
        yield rest
        await rest.close()
