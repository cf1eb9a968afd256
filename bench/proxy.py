"""One address in front of several processes, as a reverse proxy is: `python -m bench.proxy PORT UPSTREAM_PORT…`.

Each request goes to the next one in turn.
"""

import itertools
import sys
from collections.abc import AsyncIterator, Sequence

import uvloop
from aiohttp import ClientSession, web
from yarl import URL

SESSION = web.AppKey("session", ClientSession)


def application(ports: Sequence[int]) -> web.Application:
    turns = itertools.cycle(ports)

    async def alive(_: web.Request) -> web.Response:
        return web.Response()

    async def forward(request: web.Request) -> web.Response:
        address = URL(f"http://127.0.0.1:{next(turns)}{request.raw_path}", encoded=True)
        headers = {"Content-Type": request.content_type}
        async with app[SESSION].request(request.method, address, data=await request.read(), headers=headers) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)

    app = web.Application()
    app.cleanup_ctx.append(_session)
    app.add_routes([web.get("/bench/alive", alive), web.route("*", "/{path:.*}", forward)])
    return app


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession() as app[SESSION]:
        yield


if __name__ == "__main__":
    own, *upstream = map(int, sys.argv[1:])
    web.run_app(
        application(upstream),
        host="127.0.0.1",
        port=own,
        access_log=None,
        print=None,
        loop=uvloop.new_event_loop(),
    )
