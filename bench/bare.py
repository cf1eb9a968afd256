"""The baseline: the least that an aiohttp server can do with a callback. `python -m bench.bare PORT`."""

import sys

from aiohttp import web


def application() -> web.Application:
    app = web.Application()
    app.add_routes([web.get("/", _receive), web.post("/wecom/app", _receive)])
    return app


async def _receive(request: web.Request) -> web.Response:
    await request.read()
    return web.Response()


if __name__ == "__main__":
    # As aiohttp comes, on asyncio's own loop; the bot takes uvloop where there is one, and that counts.
    web.run_app(application(), host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
