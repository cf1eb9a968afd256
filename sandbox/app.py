"""The web application: the platform, the long connection, the doors and the chat page on one port."""

from pathlib import Path

from aiohttp import web

from sandbox.aibot import pictures, socket
from sandbox.control import routes as control
from sandbox.keys import WORLD
from sandbox.platform import routes as platform
from sandbox.recording import record
from sandbox.world import World

PAGE = Path(__file__).with_name("page")
LARGEST_BODY = 32 * 1024 * 1024


def create_app(world: World) -> web.Application:
    """A server for one world."""
    app = web.Application(middlewares=[record], client_max_size=LARGEST_BODY)
    app[WORLD] = world
    platform.add_routes(app)
    control.add_routes(app)
    app.router.add_get("/ws", socket.connect)
    app.router.add_get("/aibot/media/{name}", pictures.serve)
    app.router.add_get("/", _page)
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    app.on_shutdown.append(_stop)
    return app


async def _page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


async def _stop(app: web.Application) -> None:
    await app[WORLD].stop()
