"""What a bot may say on the long connection, by `cmd`."""

from collections.abc import Awaitable, Callable

from sandbox.aibot import events, uploads
from sandbox.aibot.line import Connection
from sandbox.aibot.push import push
from sandbox.aibot.respond import respond
from sandbox.aibot.subscribe import ping, subscribe
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.world import World

Command = Callable[[World, Connection, Json], Awaitable[Json]]


def _live(command: Callable[[World, Json], Awaitable[Json]]) -> Command:
    """Only for the connection that is subscribed; an evicted one gets 853000."""

    async def run(world: World, connection: Connection, frame: Json) -> Json:
        if world.bot.live is not connection:
            raise ApiError(853000, "not subscribed")
        if not isinstance(frame.get("body"), dict):
            raise ApiError(40058, "body")
        return await command(world, frame)

    return run


COMMANDS: dict[str, Command] = {
    "aibot_subscribe": subscribe,
    "ping": ping,
    "aibot_respond_msg": _live(respond),
    "aibot_respond_welcome_msg": _live(events.welcome),
    "aibot_respond_update_msg": _live(events.update_card),
    "aibot_send_msg": _live(push),
    "aibot_upload_media_init": _live(uploads.init),
    "aibot_upload_media_chunk": _live(uploads.chunk),
    "aibot_upload_media_finish": _live(uploads.finish),
}
