"""`POST /sandbox/press`: a person presses a button on a card that stands in one of their chats."""

from aiohttp import web

from sandbox import cards
from sandbox.aibot import callbacks
from sandbox.aibot.line import Kind
from sandbox.app_callback.messages import card_event
from sandbox.cardbook import HeldCard
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.world import World

Selected = dict[str, list[str]]


async def press(world: World, request: web.Request) -> Json:
    """404 for a card the person does not hold, 400 for a key or an option that is not on it now."""
    body = await body_of(request)
    userid = person_named(world, text_field(body, "from")).userid
    task_id, key = text_field(body, "card"), text_field(body, "key")
    held = _held(world, userid, task_id)
    raw = held.seen_by(userid)
    if key not in cards.pressable(raw):
        raise bad(f"the card {task_id} has no button {key} that {userid} can press now")
    selected = _selected(raw, body.get("selected") or {})
    world.journal.add("pressed", **{"from": userid}, card=held.task_id, key=key, selected=selected)
    msgid = await _report(world, userid, held, raw, key, selected)
    return {"msgid": msgid}


def _held(world: World, userid: str, task_id: str) -> HeldCard:
    """The newest card of that id or handle in a chat of this person."""
    for card in reversed(world.cards.of(task_id)):
        room = world.directory.rooms.get(card.reader.group)
        if card.reader.user == userid or (room is not None and userid in room.members):
            return card
    raise absent(f"{userid} holds no card {task_id}")


def _selected(raw: Json, wish: object) -> Selected:
    """What is chosen: the wish, which may be nothing at all, else what the card has preselected."""
    if not isinstance(wish, dict):
        raise bad("selected must map question keys to lists of option ids")
    options = {
        question["question_key"]: [option["id"] for option in question["option_list"]]
        for question in cards.questions(raw)
    }
    for name, ids in wish.items():
        if not isinstance(ids, list) or name not in options or not all(option in options[name] for option in ids):
            raise bad(f"selected: the card has no such question or option: {name}")
    return {name: wish[name] if name in wish else cards.preselected(raw, name) for name in options}


async def _report(world: World, userid: str, held: HeldCard, raw: Json, key: str, selected: Selected) -> str:
    if held.via == "app":
        return card_event(world, userid, raw, key, selected, menu=cards.is_menu_key(raw, key))[0]
    where = held.reader.group
    conversation = callbacks.room(world, where) if where else callbacks.private(userid)
    fields: Json = {"card_type": raw["card_type"], "event_key": key, "task_id": held.task_id}
    chosen = [{"question_key": name, "option_ids": {"option_id": ids}} for name, ids in selected.items()]
    if chosen:
        fields["selected_items"] = {"selected_item": chosen}
    outgoing = callbacks.event(world, Kind.CARD, userid, conversation, fields, task_id=held.task_id)
    await callbacks.post(world, outgoing)
    return outgoing.msgid
