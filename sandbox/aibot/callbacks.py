"""What the bot is told over the long connection: messages and events (D-100719, D-101027)."""

import time
from dataclasses import dataclass

from sandbox.aibot.identity import outward
from sandbox.aibot.line import Connection, Conversation, Kind, Request
from sandbox.cardbook import Reader
from sandbox.json_types import Json
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A callback before it goes out. `why_not` says why the bot will not hear it; `frame` is {} then."""

    msgid: str
    frame: Json
    why_not: str = ""

    @property
    def heard(self) -> bool:
        return not self.why_not


def private(userid: str) -> Conversation:
    return Conversation(userid, Reader(user=userid))


def room(world: World, room_id: str) -> Conversation:
    return Conversation(world.bot.rooms[room_id], Reader(group=room_id))


def new_msgid(world: World) -> str:
    return f"CAIQ{world.next_id():x}"


def message(world: World, userid: str, conversation: Conversation, content: Json) -> Outgoing:
    """A message to the bot. Nothing is kept for a bot that is not connected."""
    settings = world.settings
    if world.bot.live is None:
        return Outgoing(new_msgid(world), {}, "the bot was not connected")
    world.bot.reached.add(conversation.chat_id)
    waiting = world.bot.in_flight(
        userid,
        received_after=time.monotonic() - settings.in_flight_seconds,
        started_after=world.clock.seconds() - settings.stream_lifetime,
    )
    if waiting >= settings.in_flight_per_user:
        return Outgoing(new_msgid(world), {}, f"{settings.in_flight_per_user} of this person's messages are in flight")
    request = _request(world, world.bot.live, Kind.MESSAGE, conversation, userid)
    return _outgoing(world, "aibot_msg_callback", request, content)


def event(
    world: World, kind: Kind, userid: str, conversation: Conversation, fields: Json, *, task_id: str = ""
) -> Outgoing:
    """enter_chat or a press on a card."""
    if world.bot.live is None:
        return Outgoing(new_msgid(world), {}, "the bot was not connected")
    request = _request(world, world.bot.live, kind, conversation, userid, task_id=task_id)
    content: Json = {"msgtype": "event", "event": {"eventtype": kind.value, kind.value: fields}}
    return _outgoing(world, "aibot_event_callback", request, content)


async def post(world: World, outgoing: Outgoing) -> None:
    """Send it, or write down why it is lost."""
    why = outgoing.why_not
    if not why and (world.bot.live is None or not await world.bot.live.send(outgoing.frame)):
        why = "the bot's connection broke"
    if why:
        world.journal.add("dropped", via="bot", msgid=outgoing.msgid, why=why)


async def open_chat(world: World, userid: str) -> None:
    """enter_chat: at the first opening of the private chat that day; not again, even if it went unanswered."""
    today = world.clock.now().date().isoformat()
    if world.bot.live is None or world.bot.opened.get(userid) == today:
        return
    world.bot.opened[userid] = today
    await post(world, event(world, Kind.ENTER_CHAT, userid, private(userid), {}))


def _request(
    world: World, connection: Connection, kind: Kind, where: Conversation, userid: str, *, task_id: str = ""
) -> Request:
    request = Request(
        req_id=world.code(),
        kind=kind,
        conversation=where,
        userid=userid,
        msgid=new_msgid(world),
        sent=world.clock.seconds(),
        response_code=world.code(),
        connection=connection,
        task_id=task_id,
    )
    world.bot.remember(request)
    return request


def _outgoing(world: World, command: str, request: Request, content: Json) -> Outgoing:
    body: Json = {
        "msgid": request.msgid,
        "create_time": int(request.sent),
        "aibotid": world.credentials.bot_id,
        "chattype": request.conversation.chat_type,
        "from": {"userid": outward(world, request.userid)},
        "response_url": f"{world.api_base}/cgi-bin/aibot/response?response_code={request.response_code}",
    }
    if request.conversation.reader.group:
        body["chatid"] = request.conversation.chat_id
    return Outgoing(request.msgid, {"cmd": command, "headers": {"req_id": request.req_id}, "body": body | content})
