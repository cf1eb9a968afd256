"""aibot_respond_msg (D-101463): the answer to a message, as a stream that grows, a card, or a file."""

from sandbox import cards
from sandbox.aibot.line import Conversation, Kind, Request
from sandbox.aibot.rates import take_rate
from sandbox.aibot.reading import readable
from sandbox.aibot.streams import write
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.contents import Content, media_content, part, words
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
        write(world, request, part(body, "stream"))
    else:
        reply(world, request, body)
    request.answered = True
    return {}


def find_request(world: World, frame: Json, kind: Kind) -> Request:
    """A callback of that kind, by the req_id in the frame's headers; 846605 otherwise."""
    req_id = str((frame.get("headers") or {}).get("req_id", ""))
    request = world.bot.requests.get(req_id)
    if request is None or request.kind is not kind:
        raise ApiError(846605)
    if request.connection is not world.bot.live and not world.settings.answers_outlive_connection:
        raise ApiError(846605, "of an earlier connection")
    return request


def reply(world: World, request: Request, body: Json) -> None:
    """Anything but a stream, in one piece."""
    content = check_content(world, request.conversation, body, markdown=world.settings.markdown_replies)
    take_rate(world, request.conversation)
    show_content(world, request.conversation, content, in_reply_to=request.msgid)


def check_content(world: World, conversation: Conversation, body: Json, *, markdown: bool = True) -> Content:
    """What a body holds; ApiError when it breaks a rule. `markdown`: pushes may, replies perhaps not."""
    settings, kind = world.settings, str(body.get("msgtype"))
    if kind == "template_card":
        raw = part(body, kind)
        cards.check(raw)
        task_id = str(raw.get("task_id") or "")
        if task_id and world.cards.held("bot", conversation.reader, task_id):
            raise ApiError(settings.duplicate_task_id_errcode, "task_id was used before")
        return Content(kind, cards.read(raw), card=raw)
    if kind in MEDIA:
        scope = None if settings.bot_sends_app_media else "bot"
        return media_content(part(body, kind), kind, world.media, title_limit=settings.video_title_bytes, scope=scope)
    if (kind == "markdown" and markdown) or (kind == "text" and settings.text_replies):
        text = words(part(body, kind))
        if too_long(text, TEXT_LIMIT):
            raise ApiError(45002, kind)
        return Content(kind, readable(world, text))
    raise ApiError(40008, kind)


def show_content(world: World, conversation: Conversation, content: Content, *, in_reply_to: str = "") -> None:
    reader = conversation.reader
    if content.card is not None:
        show_card(world, "bot", reader, content.card, in_reply_to=in_reply_to)
    else:
        show(world, "bot", reader, content.msgtype, content.text, url=content.url, in_reply_to=in_reply_to)
