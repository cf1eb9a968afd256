"""`POST /sandbox/rooms`: people change a room by hand. Only for customer groups does WeCom tell the app.

{"group", "add"?: [userid], "remove"?: [userid], "bot"?: true or false, "nicknames"?: {userid: text}}
"""

from dataclasses import replace

from aiohttp import web

from sandbox.app_callback.customer_events import tell_members
from sandbox.company import Room
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.world import World


async def change_room(world: World, request: web.Request) -> Json:
    """Answers `{"members"}`. `bot`: whether the AI bot is in it from now on. Nicknames are for customer groups."""
    body = await body_of(request)
    room = world.directory.rooms.get(text_field(body, "group"))
    if room is None:
        raise absent(f"there is no group {body['group']}")
    added = [userid for userid in _people(world, body, "add") if userid not in room.members]
    removed = [userid for userid in _people(world, body, "remove") if userid in room.members]
    _set_nicknames(world, room, body.get("nicknames") or {})
    _set_bot(world, room, body.get("bot"))
    members = tuple(dict.fromkeys(userid for userid in (*room.members, *added) if userid not in removed))
    world.directory.rooms[room.id] = replace(room, members=members)
    if added or removed:
        world.journal.add("room", room=room.id, name=room.name, added=added, removed=removed, by="people")
    if room.is_customer_group:
        tell_members(world, room.id, added=added, removed=removed)
    return {"members": list(members)}


def _people(world: World, body: Json, name: str) -> list[str]:
    given = body.get(name) or []
    if not isinstance(given, list):
        raise bad(f"{name} must be a list of userids")
    return [person_named(world, str(userid)).userid for userid in given]


def _set_nicknames(world: World, room: Room, given: object) -> None:
    if not isinstance(given, dict):
        raise bad("nicknames must map userids to texts")
    if given and not room.is_customer_group:
        raise bad("WeCom shows nobody the nicknames of an internal group")
    for userid, nickname in given.items():
        world.customers.nicknames[room.id, person_named(world, userid).userid] = str(nickname)


def _set_bot(world: World, room: Room, wish: object) -> None:
    if wish is True and room.is_customer_group:
        raise bad("AI bots live in internal groups only")
    if wish is True:
        world.bot.join(room.id)
    elif wish is False:
        world.bot.rooms.pop(room.id, None)
