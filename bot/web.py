"""The bot's own endpoints: `/healthz` says the process lives, `/readyz` whether it can do its work, `/metrics` how."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.meters.text import CONTENT_TYPE

Check = Callable[[], Awaitable[bool]]
Page = Callable[[], Awaitable[str]]


def routes(
    checks: Mapping[str, Check], metrics: Page, connection: Callable[[], str | None] = lambda: None
) -> list[web.RouteDef]:
    """`connection` is the long connection's state, None where there is none."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        results = {name: await check() for name, check in checks.items()}
        ready = all(results.values())
        state = {"connection": found} if (found := connection()) else {}
        return web.json_response({"ready": ready, **results, **state}, status=200 if ready else 503)

    async def measured(_: web.Request) -> web.Response:
        return web.Response(text=await metrics(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", measured)]
