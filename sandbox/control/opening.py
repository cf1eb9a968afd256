"""`POST /sandbox/open` `{"from", "to": "bot" or "app"}`: a person opens a chat without writing."""

from aiohttp import web

from sandbox.aibot.callbacks import open_chat
from sandbox.app_callback.messages import event
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import bad
from sandbox.json_types import Json
from sandbox.world import World


async def open_door(world: World, request: web.Request) -> Json:
    """enter_chat once a day for the bot; enter_agent each time for the app, if its switch is on."""
    body = await body_of(request)
    userid, to = person_named(world, text_field(body, "from")).userid, text_field(body, "to")
    if to == "bot":
        await open_chat(world, userid)
    elif to != "app":
        raise bad('to must be "bot" or "app"')
    elif world.settings.report_enter_agent:
        event(world, userid, "enter_agent")
    return {}
