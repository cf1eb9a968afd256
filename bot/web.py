"""The bot's own endpoints: `/healthz` says the process lives, `/readyz` whether it can do its work, `/metrics` how."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiohttp import web

from bot.meters.text import CONTENT_TYPE

DATABASE: Final = "database"  # the check for which the spool may stand in
WITHIN: Final = 2.0  # seconds: what takes longer does not hold

Check = Callable[[], Awaitable[bool]]
Page = Callable[[], Awaitable[str]]


def routes(
    checks: Mapping[str, Check],
    metrics: Page,
    connection: Callable[[], str | None] = lambda: None,
    spool: Callable[[], bool] = lambda: False,
) -> list[web.RouteDef]:
    """`connection` is the long connection's state, None where there is none.

    `spool`: callbacks can be taken without a database. Then it is ready: a balancer that turned to others would find
    them in the same state, and nobody would be left to take what WeCom forgets after twenty seconds.
    """

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        results = {name: await _holds(check) for name, check in checks.items()}
        instead = {} if results.get(DATABASE, True) else {"spool": spool()}
        ready = any(instead.values()) or all(results.values())
        state = {"connection": found} if (found := connection()) else {}
        return web.json_response({"ready": ready, **results, **instead, **state}, status=200 if ready else 503)

    async def measured(_: web.Request) -> web.Response:
        return web.Response(text=await metrics(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", measured)]


async def _holds(check: Check) -> bool:
    try:
        async with asyncio.timeout(WITHIN):
            return await check()
    except Exception:
        return False
