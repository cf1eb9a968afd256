"""What the bot is told: messages and events (D-100719, D-101027), over its connection or to its address."""

import time
from dataclasses import dataclass, field

from sandbox.aibot import callback_mode
from sandbox.aibot.identity import outward
from sandbox.aibot.line import Conversation, Kind, Request
from sandbox.cardbook import Reader
from sandbox.json_types import Json
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A callback before it goes out. `why_not` says why the bot will not hear it; there is no `request` then."""

    msgid: str
    request: Request | None = None
    body: Json = field(default_factory=dict)
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
    if not world.bot.listens:
        return Outgoing(new_msgid(world), why_not="the bot was not connected")
    world.bot.reached.add(conversation.chat_id)
    waiting = world.bot.in_flight(
        userid,
        received_after=time.monotonic() - settings.in_flight_seconds,
        started_after=world.clock.seconds() - settings.stream_lifetime,
    )
    if waiting >= settings.in_flight_per_user:
        why_not = f"{settings.in_flight_per_user} of this person's messages are in flight"
        return Outgoing(new_msgid(world), why_not=why_not)
    return _outgoing(world, _request(world, Kind.MESSAGE, conversation, userid), content)


def event(
    world: World, kind: Kind, userid: str, conversation: Conversation, fields: Json, *, task_id: str = ""
) -> Outgoing:
    """enter_chat or a press on a card."""
    if not world.bot.listens:
        return Outgoing(new_msgid(world), why_not="the bot was not connected")
    request = _request(world, kind, conversation, userid, task_id=task_id)
    content: Json = {"msgtype": "event", "event": {"eventtype": kind.value, kind.value: fields}}
    return _outgoing(world, request, content)


async def post(world: World, outgoing: Outgoing) -> None:
    """Send it, or write down why it is lost."""
    why = outgoing.why_not
    if outgoing.request is not None and world.bot.address is not None:
        callback_mode.deliver(world, world.bot.address, outgoing.request, outgoing.body)
    elif outgoing.request is not None and not await _push(world, outgoing.request, outgoing.body):
        why = "the bot's connection broke"
    if why:
        world.journal.add("dropped", via="bot", msgid=outgoing.msgid, why=why)


async def _push(world: World, request: Request, body: Json) -> bool:
    """A frame over the long connection."""
    command = "aibot_msg_callback" if request.kind is Kind.MESSAGE else "aibot_event_callback"
    frame: Json = {"cmd": command, "headers": {"req_id": request.req_id}, "body": body}
    return world.bot.live is not None and await world.bot.live.send(frame)


async def open_chat(world: World, userid: str) -> None:
    """enter_chat: at the first opening of the private chat that day; not again, even if it went unanswered."""
    today = world.clock.now().date().isoformat()
    if not world.bot.listens or world.bot.opened.get(userid) == today:
        return
    world.bot.opened[userid] = today
    await post(world, event(world, Kind.ENTER_CHAT, userid, private(userid), {}))


def _request(world: World, kind: Kind, where: Conversation, userid: str, *, task_id: str = "") -> Request:
    request = Request(
        req_id=world.code(),
        kind=kind,
        conversation=where,
        userid=userid,
        msgid=new_msgid(world),
        sent=world.clock.seconds(),
        response_code=world.code(),
        connection=world.bot.live,
        task_id=task_id,
    )
    world.bot.remember(request)
    return request


def _outgoing(world: World, request: Request, content: Json) -> Outgoing:
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
    return Outgoing(request.msgid, request, body | content)
