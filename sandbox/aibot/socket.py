"""The long connection at `/ws` (D-101463): JSON frames, acks without cmd, one live connection per bot."""

import asyncio
import json
import logging

from aiohttp import WSMsgType, web

from sandbox.aibot.commands import COMMANDS
from sandbox.aibot.line import Connection
from sandbox.errors import WRONG_SHAPE, ApiError, as_api_error
from sandbox.faults import Fault
from sandbox.json_types import Json
from sandbox.keys import WORLD
from sandbox.world import World

log = logging.getLogger(__name__)


async def connect(request: web.Request) -> web.WebSocketResponse:
    world = request.app[WORLD]
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    connection = Connection(socket, request.transport)
    world.sockets.add(socket)
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await _take(world, connection, message.data)
    finally:
        world.sockets.discard(socket)
        if world.bot.live is connection:
            world.bot.live = None
            world.journal.add("bot", connected=False)
    return socket


async def _take(world: World, connection: Connection, text: str) -> None:
    """One frame: note it down, let a fault strike, act, acknowledge."""
    try:
        frame = json.loads(text)
        command, headers = str(frame["cmd"]), dict(frame.get("headers") or {})
    except (ValueError, TypeError, KeyError):
        log.warning("a frame that is no command was ignored")
        return
    path = f"ws:{command}"
    call = world.calls.add(world.clock.iso(), "WS", path, headers, frame.get("body"))
    fault = world.faults.strike(path)
    if fault is not None and not await _suffer(connection, fault):
        return
    call["answer"] = await _act(world, connection, command, frame, fault)
    if fault is not None and fault.drop == "response":
        connection.break_off()
        return
    await connection.send({"headers": {"req_id": headers.get("req_id", "")}} | call["answer"])


async def _suffer(connection: Connection, fault: Fault) -> bool:
    """The part of a fault that comes before any effect; False when the frame is lost."""
    if fault.delay:
        await asyncio.sleep(fault.delay)
    if fault.drop == "request" or fault.http:
        connection.break_off()
        return False
    return True


async def _act(world: World, connection: Connection, command: str, frame: Json, fault: Fault | None) -> Json:
    """The ack without its headers."""
    try:
        if fault is not None and fault.errcode is not None:
            raise ApiError(fault.errcode, "fault on demand")
        if command not in COMMANDS:
            raise ApiError(40058, f"unknown cmd {command}")
        body = await COMMANDS[command](world, connection, frame)
    except (ApiError, *WRONG_SHAPE) as error:
        refusal = as_api_error(error)
        return {"errcode": refusal.errcode, "errmsg": refusal.errmsg}
    return {"errcode": 0, "errmsg": "ok"} | ({"body": body} if body else {})
