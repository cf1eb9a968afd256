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

EARLIEST, LATEST = 1971, 2199  # years; beyond them time zones and time stamps break in somebody's hands


async def get_clock(world: World, _request: web.Request) -> Json:
    return {"now": world.clock.iso(), "followers": world.followers.count}


async def move_clock(world: World, request: web.Request) -> Json:
    """Answers once everything that fell due on the way has happened; `unsettled` counts followers that kept silent."""
    target = _target(world, await body_of(request))
    unsettled = await travel(world, target)
    answer: Json = {"now": world.clock.iso()}
    return answer | {"unsettled": unsettled} if unsettled else answer


def _target(world: World, body: Json) -> datetime:
    if "advance" in body and "now" in body:
        raise bad("now or advance, not both")
    target = _moved_by(world, body["advance"]) if "advance" in body else _named(world, body.get("now"))
    if not EARLIEST <= target.year <= LATEST:
        raise bad(f"the clock goes from the year {EARLIEST} to {LATEST}")
    return target


def _moved_by(world: World, seconds: object) -> datetime:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise bad("advance must be a number of seconds")
    try:
        return world.clock.now() + timedelta(seconds=seconds)
    except (OverflowError, ValueError) as error:
        raise bad("advance must be a number of seconds that a calendar can hold") from error


def _named(world: World, moment: object) -> datetime:
    try:
        target = datetime.fromisoformat(str(moment))
    except ValueError as error:
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
