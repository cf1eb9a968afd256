"""Streams (D-101031): a bubble that the bot rewrites until it says that it is finished."""

from sandbox.aibot.line import Request, Stream
from sandbox.aibot.rates import take_rate
from sandbox.aibot.reading import readable
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.showing import show
from sandbox.texts import too_long
from sandbox.world import World

TEXT_LIMIT = 20480


def write(world: World, request: Request, stream: Json) -> None:
    """One frame: the whole text so far. 846608 once the stream is finished or too old."""
    stream_id, content, finish = _checked(stream)
    known = request.streams.get(stream_id)
    if known is not None and (known.finished or _is_over(world, known)):
        known.finished = True
        raise ApiError(846608)
    if finish or world.settings.count_unfinished_frames:
        take_rate(world, request.conversation)
    reader, edits = request.conversation.reader, known.seq if known else None
    seq = show(world, "bot", reader, "stream", readable(world, content), edits=edits, in_reply_to=request.msgid)
    if known is None:
        known = request.streams[stream_id] = Stream(seq, world.clock.seconds())
    known.finished = finish


def _checked(stream: Json) -> tuple[str, str, bool]:
    stream_id, content = str(stream.get("id") or ""), str(stream.get("content") or "")
    if not stream_id or len(stream_id.encode()) > 256:
        raise ApiError(40058, "stream.id")
    if too_long(content, TEXT_LIMIT):
        raise ApiError(45002, "stream.content")
    return stream_id, content, bool(stream.get("finish"))


def _is_over(world: World, stream: Stream) -> bool:
    return world.clock.seconds() > stream.started + world.settings.stream_lifetime
