"""`POST /sandbox/rooms`: people change a room by hand. WeCom has no event for it: a bot finds out by asking.

{"group", "add"?: [userid], "remove"?: [userid], "bot"?: true or false}
"""

from dataclasses import replace

from aiohttp import web

from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.world import World


async def change_room(world: World, request: web.Request) -> Json:
    """Answers `{"members"}`. `bot` says whether the AI bot is in the room from now on."""
    body = await body_of(request)
    room = world.directory.rooms.get(text_field(body, "group"))
    if room is None:
        raise absent(f"there is no group {body['group']}")
    added, removed = _people(world, body, "add"), _people(world, body, "remove")
    members = tuple(dict.fromkeys(userid for userid in (*room.members, *added) if userid not in removed))
    world.directory.rooms[room.id] = replace(room, members=members)
    if body.get("bot") is True:
        world.bot.join(room.id)
    elif body.get("bot") is False:
        world.bot.rooms.pop(room.id, None)
    world.journal.add("room", room=room.id, name=room.name, added=added, removed=removed, by="people")
    return {"members": list(members)}


def _people(world: World, body: Json, name: str) -> list[str]:
    given = body.get(name) or []
    if not isinstance(given, list):
        raise bad(f"{name} must be a list of userids")
    return [person_named(world, str(userid)).userid for userid in given]
