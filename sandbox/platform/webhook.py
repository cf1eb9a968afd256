"""webhook/send (D-99110): one room, display only, the key is the whole credential."""

import base64
import binascii
import hashlib

from aiohttp import web

from sandbox import cards
from sandbox.cardbook import Reader
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.media import is_picture
from sandbox.mentions import named, spelled_out
from sandbox.platform.contents import Content, articles, media_content, part, words
from sandbox.platform.endpoint import read_json
from sandbox.showing import show, show_card
from sandbox.texts import cut, too_long
from sandbox.world import World

LARGEST_PICTURE = 2 * 1024 * 1024


async def send(world: World, request: web.Request) -> Json:
    """The content is looked at before the key, and the key before the rate; there is no msgid."""
    body = await read_json(request)
    content = _content(world, body, request.query.get("key", ""))
    room = room_of(world, request.query.get("key", ""))
    rate = (world.settings.webhook_per_minute, 60.0)
    if not world.limits.take("webhook", room, world.clock.seconds(), rate):
        raise ApiError(45009)
    reader = Reader(group=room)
    if content.card is not None:
        show_card(world, "webhook", reader, content.card)
    else:
        show(world, "webhook", reader, content.msgtype, content.text, url=content.url)
    return {}


def room_of(world: World, key: str) -> str:
    for room, known in world.credentials.webhooks.items():
        if known == key and room in world.directory.rooms:
            return room
    raise ApiError(93000)


def _content(world: World, body: Json, key: str) -> Content:
    kind = str(body.get("msgtype") or "")
    if kind == "text":
        return _text(world, part(body, "text"))
    if kind in ("markdown", "markdown_v2"):
        return _markdown(world, part(body, kind), kind)
    if kind in ("file", "voice"):
        return media_content(part(body, kind), kind, world.media, scope=f"webhook {room_of(world, key)}")
    if kind == "image":
        return _image(world, part(body, "image"))
    if kind == "news":
        return articles(part(body, "news"), url_required=True)
    if kind == "template_card":
        raw = part(body, "template_card")
        cards.check(raw, display_only=True)
        return Content(kind, cards.read(raw), card=raw)
    raise ApiError(40008, kind)


def _text(world: World, holder: Json) -> Content:
    mentioned = [str(userid) for userid in holder.get("mentioned_list") or []]
    mentioned += [_by_mobile(world, str(mobile)) for mobile in holder.get("mentioned_mobile_list") or []]
    text = spelled_out(world.directory, cut(words(holder), 2048))
    return Content("text", " ".join([text, *(named(world.directory, userid) for userid in mentioned)]))


def _by_mobile(world: World, mobile: str) -> str:
    """The userid behind a number; a number of nobody stays as it is."""
    people = world.directory.people.values()
    return next((person.userid for person in people if person.mobile == mobile), mobile)


def _markdown(world: World, holder: Json, kind: str) -> Content:
    """markdown_v2 knows no mentions: what looks like one stays as it is."""
    text = words(holder)
    if too_long(text, 4096):
        raise ApiError(45002, kind)
    return Content(kind, spelled_out(world.directory, text) if kind == "markdown" else text)


def _image(world: World, holder: Json) -> Content:
    """`md5` is that of the raw bytes."""
    try:
        data = base64.b64decode(str(holder.get("base64") or ""), validate=True)
    except binascii.Error as error:
        raise ApiError(40058, "image.base64") from error
    if not data:
        raise ApiError(93017)
    if len(data) > LARGEST_PICTURE:
        raise ApiError(93018)
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    if not is_picture(data) or digest != str(holder.get("md5") or "").lower():
        raise ApiError(40058, "image.md5, or not a JPG or PNG")
    return Content("image", "[图片]", url=world.media.add("image", "image", data).page_url)
