"""`POST /sandbox/rooms`: people change a room by hand. Only for customer groups does WeCom tell the app.

{"group", "add"?: [userid], "remove"?: [userid], "bot"?: true or false, "nicknames"?: {userid: text}, "name"?: text,
"owner"?: userid, "dissolve"?: true}
"""

from dataclasses import replace

from aiohttp import web

from sandbox.app_callback.customer_events import tell_dismissed, tell_handed_over, tell_members, tell_renamed
from sandbox.company import Room
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.world import World


async def change_room(world: World, request: web.Request) -> Json:
    """Answers `{"members"}`, none where it was dissolved. `bot`: whether the AI bot is in it from now on.

    Nicknames are for customer groups.
    """
    body = await body_of(request)
    room = world.directory.rooms.get(text_field(body, "group"))
    if room is None:
        raise absent(f"there is no group {body['group']}")
    if body.get("dissolve") is True:
        return _dissolve(world, room)
    added = [userid for userid in _people(world, body, "add") if userid not in room.members]
    removed = [userid for userid in _people(world, body, "remove") if userid in room.members]
    _set_nicknames(world, room, body.get("nicknames") or {})
    _set_bot(world, room, body.get("bot"))
    members = tuple(dict.fromkeys(userid for userid in (*room.members, *added) if userid not in removed))
    changed = replace(room, members=members, name=_name(body, room), admin=_owner(world, body, members, room))
    world.directory.rooms[room.id] = changed
    if added or removed:
        world.journal.add("room", room=room.id, name=room.name, added=added, removed=removed, by="people")
    if room.is_customer_group:
        _tell(world, room, changed, added, removed)
    return {"members": list(members)}


def _tell(world: World, before: Room, after: Room, added: list[str], removed: list[str]) -> None:
    tell_members(world, after.id, added=added, removed=removed)
    if after.name != before.name:
        tell_renamed(world, after.id)
    if after.admin != before.admin:
        tell_handed_over(world, after.id)


def _name(body: Json, room: Room) -> str:
    return text_field(body, "name") if "name" in body else room.name


def _owner(world: World, body: Json, members: tuple[str, ...], room: Room) -> str:
    """Whoever hands a room over does it before he goes; WeCom then makes somebody who stays its owner."""
    if "owner" not in body:
        return room.admin if room.admin in members or not members else members[0]
    owner = person_named(world, text_field(body, "owner")).userid
    if owner not in members:
        raise bad(f"{owner} is not in it")
    return owner


def _dissolve(world: World, room: Room) -> Json:
    """Nobody is in it any more, and no channel knows it."""
    if room.is_customer_group:
        tell_dismissed(world, room.id)
    world.bot.rooms.pop(room.id, None)
    world.appchats.drop(room.id)
    del world.directory.rooms[room.id]
    world.journal.add("room", room=room.id, name=room.name, added=[], removed=list(room.members), by="people")
    return {"members": []}


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
