"""`POST /sandbox/feedback`: a person puts a thumb under a stream of the AI bot (D-101027).

{"from", "entry": the stream's first number in the log, "type": 1 like, 2 dislike or 3 taken back, "content"?}
"""

from aiohttp import web

from sandbox.aibot import callbacks
from sandbox.aibot.line import Kind, Request, Stream
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.world import World


async def give_feedback(world: World, request: web.Request) -> Json:
    """Answers `{"msgid"}`; 404 for an entry that is no stream, or one whose first frame brought no feedback id."""
    body = await body_of(request)
    userid = person_named(world, text_field(body, "from")).userid
    if body.get("type") not in (1, 2, 3):
        raise bad("type must be 1, 2 or 3")
    answered, stream = _stream(world, body.get("entry"))
    fields: Json = {"id": stream.feedback, "type": body["type"], "content": text_field(body, "content", default="")}
    fields["inaccurate_reason_list"] = []
    outgoing = callbacks.event(world, Kind.FEEDBACK, userid, answered.conversation, fields)
    await callbacks.post(world, outgoing)
    return {"msgid": outgoing.msgid}


def _stream(world: World, entry: object) -> tuple[Request, Stream]:
    for request in world.bot.requests.values():
        for stream in request.streams.values():
            if stream.seq == entry and stream.feedback:
                return request, stream
    raise absent(f"the entry {entry} is no stream that asks for feedback")
