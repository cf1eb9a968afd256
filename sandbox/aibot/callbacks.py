"""What the bot is told over the long connection: messages and events (D-100719, D-101027)."""

from typing import Any

from sandbox.aibot.line import Conversation, Kind, Request
from sandbox.cardbook import Reader
from sandbox.json_types import Json
from sandbox.world import World


def private(userid: str) -> Conversation:
    return Conversation(userid, Reader(user=userid))


def room(world: World, room_id: str) -> Conversation:
    return Conversation(world.credentials.chat_ids[room_id], Reader(group=room_id))


async def tell_message(world: World, userid: str, conversation: Conversation, content: Json) -> tuple[str, bool]:
    """A message to the bot: its id, and whether the bot hears it. Nothing is kept for a bot that is not connected."""
    msgid = _msgid(world)
    if world.bot.live is None:
        return msgid, _lost(world, msgid, "the bot was not connected")
    world.bot.reached.add(conversation.chat_id)
    settings = world.settings
    if world.bot.in_flight(userid, settings.in_flight_seconds) >= settings.in_flight_per_user:
        return msgid, _lost(world, msgid, f"{settings.in_flight_per_user} messages of this person are in flight")
    request = _request(world, Kind.MESSAGE, conversation, userid, msgid)
    body = _body(world, request) | content
    return msgid, await _send(world, "aibot_msg_callback", request, body)


async def tell_event(
    world: World, kind: Kind, userid: str, conversation: Conversation, fields: Json, *, task_id: str = ""
) -> tuple[str, bool]:
    """enter_chat or a press on a card."""
    msgid = _msgid(world)
    if world.bot.live is None:
        return msgid, _lost(world, msgid, "the bot was not connected")
    request = _request(world, kind, conversation, userid, msgid, task_id=task_id)
    event = {"eventtype": kind.value, kind.value: fields}
    body = _body(world, request) | {"msgtype": "event", "event": event}
    return msgid, await _send(world, "aibot_event_callback", request, body)


async def open_chat(world: World, userid: str) -> None:
    """enter_chat: at the first opening of the private chat that day; not again, even if it went unanswered."""
    today = world.clock.now().date().isoformat()
    if world.bot.live is None or world.bot.opened.get(userid) == today:
        return
    world.bot.opened[userid] = today
    await tell_event(world, Kind.ENTER_CHAT, userid, private(userid), {})


def _msgid(world: World) -> str:
    return f"CAIQ{world.next_id():x}"


def _lost(world: World, msgid: str, why: str) -> bool:
    world.journal.add("dropped", via="bot", msgid=msgid, why=why)
    return False


def _request(world: World, kind: Kind, where: Conversation, userid: str, msgid: str, **more: Any) -> Request:
    request = Request(world.code(), kind, where, userid, msgid, world.clock.seconds(), **more)
    world.bot.requests[request.req_id] = request
    return request


def _body(world: World, request: Request) -> Json:
    body: Json = {
        "msgid": request.msgid,
        "create_time": int(request.sent),
        "aibotid": world.credentials.bot_id,
        "chattype": request.conversation.chat_type,
        "from": {"userid": request.userid},
        "response_url": f"{world.api_base}/cgi-bin/aibot/response?response_code={request.req_id}",
    }
    if request.conversation.reader.group:
        body["chatid"] = request.conversation.chat_id
    return body


async def _send(world: World, command: str, request: Request, body: Json) -> bool:
    frame = {"cmd": command, "headers": {"req_id": request.req_id}, "body": body}
    if world.bot.live is not None and await world.bot.live.send(frame):
        return True
    return _lost(world, request.msgid, "the bot's connection broke")
