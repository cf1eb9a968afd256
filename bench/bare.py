"""The baseline: the least that an aiohttp server can do with a callback. `python -m bench.bare PORT`."""

import sys

import uvloop
from aiohttp import web


def application() -> web.Application:
    app = web.Application()
    app.add_routes([web.get("/", _receive), web.post("/wecom/app", _receive)])
    return app


async def _receive(request: web.Request) -> web.Response:
    await request.read()
    return web.Response()


if __name__ == "__main__":
    # The same loop as the bot's: uvloop's gain is nobody's merit here.
    web.run_app(
        application(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        access_log=None,
        print=None,
        loop=uvloop.new_event_loop(),
    )
