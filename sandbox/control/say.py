"""`POST /sandbox/say`: a person writes to the bot, to the app, or into a room.

{"from", "to", "text"?, "quote"?, "image"?: base64, "file"?: base64, "filename"?, "voice"?: words, "mention_bot"?}

`mention_bot`: in a room, whether the bot is mentioned; by default, whether the text holds `@` and its name.
"""

import base64
import binascii
from dataclasses import dataclass

from aiohttp import web

from sandbox.aibot import callbacks
from sandbox.aibot.pictures import attach
from sandbox.app_callback import messages
from sandbox.company import Status
from sandbox.control.door import body_of, flag_field, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.media import Media, is_picture
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says. `to` is "bot", "app" or a room's id."""

    userid: str
    to: str
    text: str
    quote: str
    picture: Media | None
    mentions_bot: bool
    file: Media | None = None
    voice: str = ""


async def say(world: World, request: web.Request) -> Json:
    """Answers `{"msgid"}`; said comes before anything that is sent because of it."""
    saying = _parse(world, await body_of(request))
    if saying.to == "app":
        msgid, heard = _to_app(world, saying)
        _write_down(world, saying, msgid, heard=heard)
        return {"msgid": msgid}
    if saying.to == "bot":
        await callbacks.open_chat(world, saying.userid)
        where = callbacks.private(saying.userid)
    elif _is_for_bot(world, saying):
        where = callbacks.room(world, saying.to)
    else:
        msgid = callbacks.new_msgid(world)
        _write_down(world, saying, msgid, heard=False)
        return {"msgid": msgid}
    outgoing = callbacks.message(world, saying.userid, where, _content(world, saying))
    _write_down(world, saying, outgoing.msgid, heard=outgoing.heard)
    await callbacks.post(world, outgoing)
    return {"msgid": outgoing.msgid}


def _parse(world: World, body: Json) -> Saying:
    saying = Saying(
        userid=person_named(world, text_field(body, "from")).userid,
        to=text_field(body, "to"),
        text=text_field(body, "text", default=""),
        quote=text_field(body, "quote", default=""),
        picture=_picture(world, body),
        mentions_bot=flag_field(body, "mention_bot", default=f"@{world.company.bot_name}" in str(body.get("text"))),
        file=_file(world, body),
        voice=text_field(body, "voice", default=""),
    )
    if world.directory.people[saying.userid].status is Status.DISABLED:
        raise bad(f"the account of {saying.userid} is disabled")
    if not saying.text and saying.picture is None and saying.file is None and not saying.voice:
        raise bad("text, image, file or voice is needed")
    if (saying.file is not None or saying.voice) and saying.to != "bot":
        raise bad("a file or a voice reaches the bot in a private chat only")
    return saying


def _file(world: World, body: Json) -> Media | None:
    if not body.get("file"):
        return None
    return world.media.add("file", text_field(body, "filename", default="file"), _bytes(body, "file"))


def _bytes(body: Json, name: str) -> bytes:
    try:
        return base64.b64decode(text_field(body, name), validate=True)
    except binascii.Error as error:
        raise bad(f"{name} must be base64") from error


def _picture(world: World, body: Json) -> Media | None:
    if not body.get("image"):
        return None
    data = _bytes(body, "image")
    if not is_picture(data):
        raise bad("image must be a PNG or a JPEG")
    return world.media.add("image", "picture", data)


def _to_app(world: World, saying: Saying) -> tuple[str, bool]:
    """A picture and a text are two messages to an app; the id is that of the text."""
    answer = ("", False)
    if saying.picture is not None:
        answer = messages.image(world, saying.userid, saying.picture)
    if saying.text:
        answer = messages.text(world, saying.userid, saying.text)
    return answer


def _is_for_bot(world: World, saying: Saying) -> bool:
    """In a room the bot hears what mentions it, where it is a member."""
    room = world.directory.rooms.get(saying.to)
    if room is None:
        raise absent(f'to must be "bot", "app" or the id of a group; there is no group {saying.to}')
    if saying.userid not in room.members:
        raise bad(f"{saying.userid} is not a member of {saying.to}")
    if not world.appchats.shows(room.id):
        raise bad(f"{saying.to} is in nobody's list yet: a room that the app made appears with its first message")
    return saying.mentions_bot and room.id in world.bot.rooms


def _content(world: World, saying: Saying) -> Json:
    """The part of the callback that depends on the type (D-100719); rooms have no bare image."""
    text: Json = {"msgtype": "text", "text": {"content": saying.text}}
    content = text
    if saying.voice:
        content = {"msgtype": "voice", "voice": {"content": saying.voice}}
    elif saying.file is not None:
        content = {"msgtype": "file", "file": attach(world, saying.file)}
    elif saying.picture is not None:
        image: Json = {"msgtype": "image", "image": attach(world, saying.picture)}
        parts = [text, image] if saying.text else [image]
        bare = saying.to == "bot" and not saying.text
        content = image if bare else {"msgtype": "mixed", "mixed": {"msg_item": parts}}
    if saying.quote:
        content = content | {"quote": {"msgtype": "text", "text": {"content": saying.quote}}}
    return content


def _write_down(world: World, saying: Saying, msgid: str, *, heard: bool) -> None:
    said: Json = {"from": saying.userid, "to": saying.to, "msgid": msgid, "text": saying.text, "heard": heard}
    if saying.quote:
        said["quote"] = saying.quote
    if saying.picture is not None:
        said["image"] = saying.picture.page_url
    if saying.file is not None:
        said["text"] = f"[文件] {saying.file.filename}"
    if saying.voice:
        said["text"] = f"[语音] {saying.voice}"
    world.journal.add("said", **said)
