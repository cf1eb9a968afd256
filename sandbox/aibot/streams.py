"""Streams (D-101031): a bubble that the bot rewrites until it says that it is finished."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from sandbox.aibot.line import Request, Stream
from sandbox.aibot.rates import take_rate
from sandbox.aibot.reading import readable
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.media import is_picture
from sandbox.showing import show
from sandbox.texts import too_long
from sandbox.world import World

TEXT_LIMIT = 20480
ID_LIMIT = 256
MOST_PICTURES = 10
LARGEST_PICTURE = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Frame:
    """One state of a stream: the whole text so far. `feedback` counts in the first one only."""

    id: str
    content: str
    finish: bool
    feedback: str = ""
    pictures: tuple[bytes, ...] = ()


def write(world: World, request: Request, stream: Json) -> None:
    """One frame. 846608 once the stream is finished or too old."""
    frame = _checked(stream, pictures=request.by_callback)
    known = request.streams.get(frame.id)
    if known is not None and (known.finished or _is_over(world, request, known)):
        known.finished = True
        raise ApiError(846608)
    if _counts(world, request, frame, known):
        take_rate(world, request.conversation)
    if known is not None and request.by_callback and frame.content == known.content and not frame.finish:
        return  # a poll that brings nothing new
    seq = _show(world, request, frame, known)
    if known is None:
        known = request.streams[frame.id] = Stream(seq, world.clock.seconds(), feedback=frame.feedback)
    known.content, known.finished = frame.content, frame.finish


def _counts(world: World, request: Request, frame: Frame, known: Stream | None) -> bool:
    """Answers to polls are WeCom's own wish: of a callback's stream only the first and the last frame count."""
    if frame.finish:
        return True
    return world.settings.count_unfinished_frames and (known is None or not request.by_callback)


def _show(world: World, request: Request, frame: Frame, known: Stream | None) -> int:
    kept = [world.media.add("image", "picture", data) for data in frame.pictures]
    text = "\n".join([readable(world, frame.content), *("[图片]" for _ in kept)])
    return show(
        world,
        "bot",
        request.conversation.reader,
        "stream",
        text,
        edits=known.seq if known else None,
        in_reply_to=request.msgid,
        url=kept[0].page_url if kept else "",
    )


def _checked(stream: Json, *, pictures: bool) -> Frame:
    stream_id, content = str(stream.get("id") or ""), str(stream.get("content") or "")
    if not stream_id or too_long(stream_id, ID_LIMIT):
        raise ApiError(40058, "stream.id")
    if too_long(content, TEXT_LIMIT):
        raise ApiError(45002, "stream.content")
    feedback = str((stream.get("feedback") or {}).get("id") or "")
    if too_long(feedback, ID_LIMIT):
        raise ApiError(40058, "stream.feedback.id")
    finish = bool(stream.get("finish"))
    return Frame(stream_id, content, finish, feedback, _pictures(stream, finish=finish) if pictures else ())


def _pictures(stream: Json, *, finish: bool) -> tuple[bytes, ...]:
    """msg_item, in callback mode and with the last frame only: base64 and the md5 of the raw bytes."""
    items = stream.get("msg_item") or []
    if items and not finish:
        raise ApiError(40058, "stream.msg_item is for finish=true")
    if len(items) > MOST_PICTURES:
        raise ApiError(40058, f"stream.msg_item has more than {MOST_PICTURES}")
    return tuple(_picture(item["image"]) for item in items)


def _picture(image: Json) -> bytes:
    try:
        data = base64.b64decode(str(image["base64"]), validate=True)
    except binascii.Error as error:
        raise ApiError(40058, "stream.msg_item: base64") from error
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    if len(data) > LARGEST_PICTURE or not is_picture(data) or digest != str(image["md5"]).lower():
        raise ApiError(40058, "stream.msg_item: md5, size, or not a JPG or PNG")
    return data


def _is_over(world: World, request: Request, stream: Stream) -> bool:
    """By callback six minutes after the message, over the long connection ten after the first frame."""
    if request.by_callback:
        return world.clock.seconds() >= request.sent + world.settings.callback_stream_lifetime
    return world.clock.seconds() > stream.started + world.settings.stream_lifetime
