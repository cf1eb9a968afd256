"""aibot_respond_msg (D-101463): the answer to a message, as a stream that grows, a card, or a file."""

from sandbox import cards
from sandbox.aibot.line import Conversation, Kind, Request, Stream
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.contents import media_content, part, words
from sandbox.showing import show, show_card
from sandbox.texts import too_long
from sandbox.world import World

TEXT_LIMIT = 20480
MEDIA = ("image", "file", "voice", "video")


async def respond(world: World, frame: Json) -> Json:
    """846605 unless the req_id is that of a message less than 24 h old."""
    request = find_request(world, frame, Kind.MESSAGE)
    if world.clock.seconds() > request.sent + world.settings.reply_window:
        raise ApiError(world.settings.late_reply_errcode)
    body = frame["body"]
    if body.get("msgtype") == "stream":
        _stream(world, request, part(body, "stream"))
    else:
        take_rate(world, request.conversation)
        show_reply(world, request, body)
    request.answered = True
    return {}


def find_request(world: World, frame: Json, kind: Kind) -> Request:
    """A callback of that kind, by the req_id in the frame's headers; 846605 otherwise."""
    req_id = str((frame.get("headers") or {}).get("req_id", ""))
    request = world.bot.requests.get(req_id)
    if request is None or request.kind is not kind:
        raise ApiError(846605)
    return request


def take_rate(world: World, conversation: Conversation) -> None:
    """Replies and pushes to a conversation together; 45009 beyond."""
    settings = world.settings
    rates = ((settings.conversation_per_minute, 60.0), (settings.conversation_per_hour, 3600.0))
    if not world.limits.take("conversation", conversation.chat_id, world.clock.seconds(), *rates):
        raise ApiError(45009)


def _stream(world: World, request: Request, stream: Json) -> None:
    """Each frame carries the whole text so far and replaces the bubble."""
    stream_id, finish = str(stream.get("id") or ""), bool(stream.get("finish"))
    content = str(stream.get("content") or "")
    if not stream_id or len(stream_id.encode()) > 256:
        raise ApiError(40058, "stream.id")
    if too_long(content, TEXT_LIMIT):
        raise ApiError(45002, "stream.content")
    known = request.streams.get(stream_id)
    if known is not None and (known.finished or _is_over(world, known)):
        known.finished = True
        raise ApiError(846608)
    if finish or world.settings.count_unfinished_frames:
        take_rate(world, request.conversation)
    seq = show(
        world,
        "bot",
        request.conversation.reader,
        "stream",
        content,
        edits=known.seq if known else None,
        in_reply_to=request.msgid,
    )
    if known is None:
        known = request.streams[stream_id] = Stream(seq, world.clock.seconds())
    known.finished = finish


def _is_over(world: World, stream: Stream) -> bool:
    return world.clock.seconds() > stream.started + world.settings.stream_lifetime


def show_reply(world: World, request: Request, body: Json) -> None:
    """Anything but a stream, in one piece."""
    settings, reader, kind = world.settings, request.conversation.reader, str(body.get("msgtype"))
    if kind == "template_card":
        raw = part(body, "template_card")
        cards.check(raw)
        show_card(world, "bot", reader, raw, in_reply_to=request.msgid)
    elif kind in MEDIA:
        content = media_content(part(body, kind), kind, world.media, title_limit=64)
        show(world, "bot", reader, kind, content.text, url=content.url, in_reply_to=request.msgid)
    elif (kind == "markdown" and settings.markdown_replies) or (kind == "text" and settings.text_replies):
        text = words(part(body, kind))
        if too_long(text, TEXT_LIMIT):
            raise ApiError(45002, kind)
        show(world, "bot", reader, kind, text, in_reply_to=request.msgid)
    else:
        raise ApiError(40008, kind)
