"""`/sandbox/faults`: calls that fail, on demand."""

from aiohttp import web

from sandbox.control.door import body_of
from sandbox.json_types import Json
from sandbox.world import World


async def add_fault(world: World, request: web.Request) -> Json:
    return {"id": world.faults.add(await body_of(request))}


async def clear_faults(world: World, _request: web.Request) -> Json:
    world.faults.clear()
    return {}
