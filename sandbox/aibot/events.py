"""Answers to events (D-101031): the welcome and the card's update, each within five seconds, each once."""

import time

from sandbox import cards
from sandbox.aibot.identity import inward
from sandbox.aibot.line import Kind, Request
from sandbox.aibot.rates import take_rate
from sandbox.aibot.respond import find_request, reply
from sandbox.cardbook import HeldCard
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.contents import part, words
from sandbox.showing import change_card, show
from sandbox.world import World


async def welcome(world: World, frame: Json) -> Json:
    """aibot_respond_welcome_msg."""
    welcome_with(world, _in_time(world, frame, Kind.ENTER_CHAT), frame["body"])
    return {}


def welcome_with(world: World, request: Request, body: Json) -> None:
    """Text or a card."""
    if body.get("msgtype") == "template_card":
        reply(world, request, body)
    elif body.get("msgtype") == "text":
        text = words(part(body, "text"))
        take_rate(world, request.conversation)
        show(world, "bot", request.conversation.reader, "text", text, in_reply_to=request.msgid)
    else:
        raise ApiError(40008, str(body.get("msgtype")))
    request.answered = True


async def update_card(world: World, frame: Json) -> Json:
    """aibot_respond_update_msg."""
    update_with(world, _in_time(world, frame, Kind.CARD), frame["body"])
    return {}


def update_with(world: World, request: Request, body: Json) -> None:
    """The same task_id; for some of the people who hold it, or for all."""
    raw = part(body, "template_card")
    cards.check(raw, update=True)
    if body.get("response_type") != "update_template_card" or str(raw.get("task_id", "")) != request.task_id:
        raise ApiError(40058, "response_type or template_card.task_id")
    take_rate(world, request.conversation)
    named = [inward(world, str(given)) for given in body.get("userids") or []]
    only = [person.userid for person in named if person]
    if body.get("userids") and not only:
        raise ApiError(40003)
    for card in _holders(world, request, only):
        some = card.reader.group and only
        change_card(world, card, raw, only=only if some else (), in_reply_to=request.msgid)
    request.answered = True


def _in_time(world: World, frame: Json, kind: Kind) -> Request:
    """The window is real time: a person is waiting."""
    request = find_request(world, frame, kind)
    if request.answered or time.monotonic() > request.received + world.settings.event_window:
        raise ApiError(world.settings.late_event_errcode)
    return request


def _holders(world: World, request: Request, only: list[str]) -> list[HeldCard]:
    held = [card for card in world.cards.of(request.task_id) if card.via == "bot"]
    return [card for card in held if not only or card.reader.group or card.reader.user in only]
