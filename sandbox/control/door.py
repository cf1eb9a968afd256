"""The frame around every control door: the body as an object, and errors as `{"error": sentence}`."""

import json
import math
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.company import Person
from sandbox.errors import DoorError, absent, bad
from sandbox.json_types import Json, dump
from sandbox.keys import WORLD
from sandbox.world import World

Door = Callable[[World, web.Request], Awaitable[Json]]


def door(run: Door) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            _refuse_other_sites(request)
            return web.json_response(await run(request.app[WORLD], request), dumps=dump)
        except DoorError as error:
            return web.json_response({"error": error.sentence}, status=error.status)

    return handle


def _refuse_other_sites(request: web.Request) -> None:
    """Any page in a developer's browser can reach localhost, and a plain form needs nobody's leave."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise bad("a page of another site may not open this door")


async def body_of(request: web.Request) -> Json:
    """DoorError 400 when the body is not a JSON object."""
    try:
        body = json.loads(await request.text())
    except ValueError as error:
        raise bad("the body must be JSON") from error
    if not isinstance(body, dict):
        raise bad("the body must be a JSON object")
    return body


def text_field(body: Json, name: str, *, default: str | None = None) -> str:
    value = body.get(name, default)
    if not isinstance(value, str):
        raise bad(f"{name} must be a string")
    return value


def number_query(request: web.Request, name: str) -> float:
    """0 when it is not given."""
    try:
        number = float(request.query.get(name) or 0)
    except ValueError as error:
        raise bad(f"{name} must be a number") from error
    if not math.isfinite(number) or number < 0:
        raise bad(f"{name} must be a number from 0 on")
    return number


def flag_field(body: Json, name: str, *, default: bool = False) -> bool:
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise bad(f"{name} must be true or false")
    return value


def person_named(world: World, userid: str) -> Person:
    person = world.directory.find(userid)
    if person is None:
        raise absent(f"nobody has the userid {userid}")
    return person
