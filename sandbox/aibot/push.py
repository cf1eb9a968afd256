"""aibot_send_msg (D-101463): unprompted, but only where somebody has spoken to the bot before."""

from sandbox.aibot.callbacks import private, room
from sandbox.aibot.identity import inward
from sandbox.aibot.line import Conversation
from sandbox.aibot.rates import take_rate
from sandbox.aibot.respond import check_content, show_content
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.world import World

KINDS = ("markdown", "template_card", "image", "file", "voice", "video")
SINGLE, GROUP = 1, 2


async def push(world: World, frame: Json) -> Json:
    """No id comes back: a push cannot be edited or recalled."""
    body = frame["body"]
    if body.get("msgtype") not in KINDS:
        raise ApiError(40008, str(body.get("msgtype")))
    conversation = _conversation(world, body)
    content = check_content(world, conversation, body)
    if content.card is not None and conversation.reader.group and not world.settings.group_card_pushes:
        raise ApiError(40058, "template_card is not for groups")
    if conversation.chat_id not in world.bot.reached:
        raise ApiError(world.settings.push_stranger_errcode)
    take_rate(world, conversation)
    show_content(world, conversation, content)
    return {}


def _conversation(world: World, body: Json) -> Conversation:
    """chat_type 0 or absent: a group if there is one of that id."""
    chat_id, chat_type = str(body.get("chatid") or ""), body.get("chat_type") or 0
    if chat_type not in (0, SINGLE, GROUP):
        raise ApiError(40058, "chat_type")
    for room_id, known in world.bot.rooms.items():
        if known == chat_id and chat_type != SINGLE:
            return room(world, room_id)
    person = inward(world, chat_id)
    if person is None or chat_type == GROUP:
        raise ApiError(93006)
    return private(person.userid)
