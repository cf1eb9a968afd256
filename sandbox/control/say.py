"""`POST /sandbox/say`: a person writes to the bot, to the app, or into a room."""

import base64
import binascii

from aiohttp import web

from sandbox.aibot import callbacks
from sandbox.aibot.pictures import attach
from sandbox.app_callback import messages
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.media import Media, is_picture
from sandbox.world import World


async def say(world: World, request: web.Request) -> Json:
    body = await body_of(request)
    userid = person_named(world, text_field(body, "from")).userid
    to, text = text_field(body, "to"), text_field(body, "text", default="")
    quote = text_field(body, "quote", default="")
    picture = _picture(world, body)
    if not text and picture is None:
        raise bad("text or image is needed")
    if to == "app":
        msgid, heard = _to_app(world, userid, text, picture)
    elif to == "bot":
        await callbacks.open_chat(world, userid)
        content = _content(world, text, quote, picture, mixed=bool(text))
        msgid, heard = await callbacks.tell_message(world, userid, callbacks.private(userid), content)
    else:
        mention = body.get("mention_bot") is True
        msgid, heard = await _to_room(world, userid, to, _content(world, text, quote, picture, mixed=True), mention)
    said: Json = {"from": userid, "to": to, "msgid": msgid, "text": text, "heard": heard}
    if quote:
        said["quote"] = quote
    if picture is not None:
        said["image"] = picture.page_url
    world.journal.add("said", **said)
    return {"msgid": msgid}


def _picture(world: World, body: Json) -> Media | None:
    if not body.get("image"):
        return None
    try:
        data = base64.b64decode(text_field(body, "image"), validate=True)
    except binascii.Error as error:
        raise bad("image must be base64") from error
    if not is_picture(data):
        raise bad("image must be a PNG or a JPEG")
    return world.media.add("image", "picture", data)


def _to_app(world: World, userid: str, text: str, picture: Media | None) -> tuple[str, bool]:
    """A picture and a text are two messages to an app; the id is that of the text."""
    if picture is not None:
        answer = messages.image(world, userid, picture)
    if text:
        answer = messages.text(world, userid, text)
    return answer


async def _to_room(world: World, userid: str, to: str, content: Json, mention: bool) -> tuple[str, bool]:
    room = world.directory.rooms.get(to)
    if room is None:
        raise absent(f'to must be "bot", "app" or the id of a group; there is no group {to}')
    if userid not in room.members:
        raise bad(f"{userid} is not a member of {to}")
    if not mention or world.directory.bot_room(to) is None:
        return f"CAIQ{world.next_id():x}", False
    return await callbacks.tell_message(world, userid, callbacks.room(world, to), content)


def _content(world: World, text: str, quote: str, picture: Media | None, *, mixed: bool) -> Json:
    """The part of the callback that depends on the type: text, image, or both as mixed (D-100719)."""
    content: Json = {"msgtype": "text", "text": {"content": text}}
    if picture is not None:
        image = {"msgtype": "image", "image": attach(world, picture)}
        parts = [content, image] if text else [image]
        content = {"msgtype": "mixed", "mixed": {"msg_item": parts}} if mixed else image
    if quote:
        content["quote"] = {"msgtype": "text", "text": {"content": quote}}
    return content
