"""aibot_subscribe and ping (D-101463). A second subscribe evicts the first connection."""

import asyncio

from sandbox.aibot.line import Connection
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.world import World


async def subscribe(world: World, connection: Connection, frame: Json) -> Json:
    """853000 for bad credentials, and for a bot that listens by callback; the socket stays open then."""
    body = frame.get("body") or {}
    wanted = (world.credentials.bot_id, world.credentials.bot_secret)
    if (body.get("bot_id"), body.get("secret")) != wanted:
        raise ApiError(853000)
    if world.bot.address is not None:
        raise ApiError(world.settings.subscribe_beside_callback_errcode, "the bot is in callback mode")
    previous, world.bot.live = world.bot.live, connection
    if previous is not None and previous is not connection:
        await previous.send(_disconnected(world))
        world.tasks.chore(_close_later(world, previous))
    if previous is not connection:
        world.journal.add("bot", connected=True)
    return {}


async def ping(_world: World, _connection: Connection, _frame: Json) -> Json:
    return {}


def _disconnected(world: World) -> Json:
    body = {
        "msgid": f"CAIQ{world.next_id():x}",
        "create_time": int(world.clock.seconds()),
        "aibotid": world.credentials.bot_id,
        "msgtype": "event",
        "event": {"eventtype": "disconnected_event", "disconnected_event": {}},
    }
    return {"cmd": "aibot_event_callback", "headers": {"req_id": world.code()}, "body": body}


async def _close_later(world: World, connection: Connection) -> None:
    await asyncio.sleep(world.settings.close_delay)
    await connection.close(cleanly=world.settings.close_cleanly)
