"""`/sandbox/clock`: what time it is, moving it, and following it."""

from datetime import datetime, timedelta

from aiohttp import web

from sandbox.control.door import body_of
from sandbox.errors import bad
from sandbox.followers import Follower
from sandbox.json_types import Json
from sandbox.keys import WORLD
from sandbox.time_travel import travel
from sandbox.world import World


async def get_clock(world: World, _request: web.Request) -> Json:
    return {"now": world.clock.iso(), "followers": world.followers.count}


async def move_clock(world: World, request: web.Request) -> Json:
    """Answers once everything that fell due on the way has happened; `unsettled` counts followers that kept silent."""
    target = _target(world, await body_of(request))
    unsettled = await travel(world, target)
    answer: Json = {"now": world.clock.iso()}
    return answer | {"unsettled": unsettled} if unsettled else answer


def _target(world: World, body: Json) -> datetime:
    if "advance" in body:
        if isinstance(body["advance"], bool) or not isinstance(body["advance"], int | float):
            raise bad("advance must be a number of seconds")
        return world.clock.now() + timedelta(seconds=body["advance"])
    try:
        target = datetime.fromisoformat(str(body["now"]))
    except (KeyError, ValueError) as error:
        raise bad("now must be an ISO time, or advance a number of seconds") from error
    return target if target.tzinfo else target.replace(tzinfo=world.company.now.tzinfo)


async def follow(request: web.Request) -> web.WebSocketResponse:
    """One follower's connection."""
    world = request.app[WORLD]
    socket = web.WebSocketResponse(compress=False, heartbeat=30.0)
    await socket.prepare(request)
    follower = Follower(socket)
    world.followers.add(follower)
    world.sockets.add(socket)
    try:
        await follower.tell(world.clock.now())
        await follower.listen()
    finally:
        world.followers.remove(follower)
        world.sockets.discard(socket)
    return socket
