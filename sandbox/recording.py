"""Around every `/cgi-bin` request: it is written down, and faults on demand strike here."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.errors import ApiError
from sandbox.faults import Fault
from sandbox.keys import WORLD
from sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TOKEN_ERRORS = (40014, 42001)


@web.middleware
async def record(request: web.Request, handler: Handler) -> web.StreamResponse:
    if not request.path.startswith("/cgi-bin/"):
        return await handler(request)
    world = request.app[WORLD]
    body = await _body(request)
    call = world.calls.add(world.clock.iso(), request.method, request.path, dict(request.query), body)
    fault = world.faults.strike(request.path)
    try:
        response = await (_suffer(world, request, handler, fault) if fault else handler(request))
    except web.HTTPException as error:
        call["answer"] = {"http": error.status}
        raise
    call["answer"] = getattr(response, "body", None)
    return response


async def _suffer(world: World, request: web.Request, handler: Handler, fault: Fault) -> web.StreamResponse:
    """What the fault asks for; the real effect happens only with a delay or a dropped response."""
    if fault.delay:
        await asyncio.sleep(fault.delay)
    if fault.drop == "request":
        return _break_off(request)
    if fault.http is not None:
        return web.Response(status=fault.http, text="fault on demand")
    if fault.errcode is not None:
        if fault.errcode in TOKEN_ERRORS:
            world.tokens.expire(request.query.get("access_token"))
        return web.json_response(ApiError(fault.errcode, "fault on demand").answer())
    response = await handler(request)
    return _break_off(request) if fault.drop == "response" else response


def _break_off(request: web.Request) -> web.Response:
    """The connection just ends; the response that is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _body(request: web.Request) -> Any:
    """What came in; of uploads only how much."""
    if request.content_type.startswith("multipart/"):
        return f"{request.content_length} bytes of {request.content_type}"
    return await request.read()
