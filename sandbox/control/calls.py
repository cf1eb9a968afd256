"""`GET /sandbox/calls?path=prefix`: every API call that came in, with its answer."""

from aiohttp import web

from sandbox.json_types import Json
from sandbox.world import World


async def get_calls(world: World, request: web.Request) -> Json:
    return {"calls": world.calls.under(request.query.get("path", ""))}
