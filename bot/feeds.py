"""`/ical/TOKEN`: a calendar for whoever knows its address. Whatever it isn't is 404, and told apart by nothing."""

import time
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.domain.leave.seeing.feeds import digest
from bot.files.ics import CONTENT_TYPE
from bot.patterns import regex

PER_TOKEN: Final = 60  # reads within an hour: a phone, a computer and a watch, every few minutes
MISSES: Final = 60  # wrong addresses within a minute, from all the world
HOUR, MINUTE = 3600.0, 60.0
_TOKEN: Final = regex(r"([A-Za-z0-9_-]{43})(?:\.ics)?")
_HEADERS: Final = {
    "Content-Type": CONTENT_TYPE,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

Read = Callable[[str], Awaitable[bytes | None]]


class Allowance:
    """How often something may be done within some seconds; `most` names are remembered, the oldest go."""

    def __init__(self, times: int, within: float, *, most: int = 10_000) -> None:
        self._times, self._within, self._most = times, within, most
        self._used: dict[str, tuple[float, int]] = {}

    def left(self, name: str, now: float) -> int:
        since, used = self._used.get(name, (now, 0))
        return self._times - (used if now - since < self._within else 0)

    def use(self, name: str, now: float) -> None:
        since, used = self._used.pop(name, (now, 0))
        self._used[name] = (since, used + 1) if now - since < self._within else (now, 1)
        if len(self._used) > self._most:
            del self._used[next(iter(self._used))]

    def knows(self, name: str) -> bool:
        return name in self._used


def feed_routes(read: Read, monotonic: Callable[[], float] = time.monotonic) -> list[web.RouteDef]:
    """`read` gives the file of a token, or None. Who tries addresses is answered without asking it."""
    reads, misses = Allowance(PER_TOKEN, HOUR), Allowance(MISSES, MINUTE)

    async def ical(request: web.Request) -> web.Response:
        found, now = _TOKEN.fullmatch(request.match_info["token"]), monotonic()
        if found is None:
            return _nothing()
        name = digest(found[1])
        if not reads.knows(name) and not misses.left("", now):
            return _nothing()
        if not reads.left(name, now):
            return web.Response(status=429, headers={"Cache-Control": "no-store", "Retry-After": str(int(HOUR))})
        file = await read(found[1])
        if file is None:
            misses.use("", now)
            return _nothing()
        reads.use(name, now)
        return web.Response(body=file, headers=_HEADERS)

    return [web.get("/ical/{token}", ical)]


def _nothing() -> web.Response:
    return web.Response(status=404, headers={"Cache-Control": "no-store"})
