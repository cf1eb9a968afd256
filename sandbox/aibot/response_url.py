"""response_url (D-101138): one answer per callback, by plain HTTP, within an hour."""

from aiohttp import web

from sandbox.aibot.rates import take_rate
from sandbox.aibot.respond import check_content, show_content
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import read_json
from sandbox.world import World

KINDS = ("markdown", "template_card")


async def respond_later(world: World, request: web.Request) -> Json:
    """40058 for a code that is unknown, used or older than an hour."""
    code = request.query.get("response_code", "")
    answered = world.bot.response_codes.get(code)
    if answered is None or world.clock.seconds() >= answered.sent + world.settings.response_url_lifetime:
        raise ApiError(40058, "response_code")
    body = await read_json(request)
    if body.get("msgtype") not in KINDS:
        raise ApiError(40008, str(body.get("msgtype")))
    content = check_content(world, answered.conversation, body)
    take_rate(world, answered.conversation)
    show_content(world, answered.conversation, content, in_reply_to=answered.msgid)
    del world.bot.response_codes[code]
    answered.answered = True
    return {}
