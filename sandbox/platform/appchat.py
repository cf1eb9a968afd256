"""appchat/create, update, get (D-90245, D-98913, D-98914): rooms that the app makes, and the only way to put
somebody out of a room.

Which 86xxx WeCom picks for which mistake was never probed: `appchat_errcode` puts one in place of all.
"""

import re
from dataclasses import dataclass, replace

from sandbox.company import Room
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call
from sandbox.world import World

CHAT_ID = re.compile(r"[0-9A-Za-z]+")
LONGEST_ID = 32
LONGEST_NAME = 50
FEWEST, MOST = 2, 2000
HOUR, DAY = 3600.0, 86400.0


@dataclass(frozen=True, slots=True)
class OwnRoom:
    """A room of the app: under its chatid and as people see it."""

    chat_id: str
    room: Room


async def create(call: Call) -> Json:
    """The room stands in the directory at once; its members see it with the first message."""
    world, body = call.world, call.body
    require_root(call)
    chat_id = _new_id(world, body.get("chatid"))
    members = _people(world, body.get("userlist"), missing=86204)
    owner = _owner(world, body.get("owner")) or (members[0] if members else "")
    _check_members(world, members, owner)
    today = world.clock.now().date().isoformat()
    if not world.limits.take("appchat create", today, world.clock.seconds(), (world.settings.appchat_creations, DAY)):
        raise ApiError(45009)
    room = Room(
        id=f"room-{world.code()[:8]}",
        name=_name(world, body.get("name")) or "群聊",
        type="",
        made_by="app",
        admin=owner,
        aliases=(),
        members=tuple(members),
        external=(),
    )
    world.directory.rooms[room.id] = room
    world.appchats.rooms[chat_id] = room.id
    world.appchats.unseen.add(chat_id)
    if world.settings.bot_joins_new_rooms:
        world.bot.join(room.id)
    world.journal.add("room", room=room.id, name=room.name, added=members, removed=[], by="app")
    return {"chatid": chat_id}


async def update(call: Call) -> Json:
    """Name, owner and members; nothing changes when a part of it is refused. Who is removed is not told."""
    world, body = call.world, call.body
    require_root(call)
    own = own_room(world, body.get("chatid"))
    new = _changed(world, own.room, body)
    if not world.limits.take("appchat update", "corp", world.clock.seconds(), (world.settings.appchat_changes, HOUR)):
        raise ApiError(45009)
    world.directory.rooms[new.id] = new
    added = [userid for userid in new.members if userid not in own.room.members]
    removed = [userid for userid in own.room.members if userid not in new.members]
    world.journal.add("room", room=new.id, name=new.name, added=added, removed=removed, by="app")
    return {}


async def get(call: Call) -> Json:
    """No nicknames, no administrators, no times of joining: nobody can ask for those."""
    require_root(call)
    own = own_room(call.world, call.query.get("chatid"))
    info = {"chatid": own.chat_id, "name": own.room.name, "owner": own.room.admin, "userlist": list(own.room.members)}
    return {"chat_info": info | {"chat_type": 0}}


def require_root(call: Call) -> None:
    """48002 for another secret, and for an app that does not see the whole company."""
    call.require("app")
    if not call.world.visible.whole:
        raise ApiError(48002, "the visible range must be the root department")


def own_room(world: World, given: object) -> OwnRoom:
    """86201 without an id, 86003 unknown, 86008 for a chat that is not this app's."""
    chat_id = str(given or "")
    if not chat_id:
        raise mistake(world, 86201)
    if chat_id in world.bot.rooms.values() or chat_id in world.directory.rooms:
        raise mistake(world, 86008)
    if chat_id not in world.appchats.rooms:
        raise mistake(world, 86003)
    return OwnRoom(chat_id, world.directory.rooms[world.appchats.rooms[chat_id]])


def mistake(world: World, errcode: int) -> ApiError:
    return ApiError(world.settings.appchat_errcode or errcode)


def _new_id(world: World, given: object) -> str:
    if given in (None, ""):
        return f"wr{world.code()[:30]}"
    chat_id = str(given)
    if len(chat_id) > LONGEST_ID:
        raise mistake(world, 86205)
    if not CHAT_ID.fullmatch(chat_id):
        raise mistake(world, 86001)
    if chat_id in world.appchats.rooms:
        raise mistake(world, 86215)
    return chat_id


def _name(world: World, given: object) -> str:
    """At most 50 characters, the rest is cut; 86004 for what is no text."""
    if given is not None and not isinstance(given, str):
        raise mistake(world, 86004)
    return (given or "")[:LONGEST_NAME]


def _people(world: World, given: object, *, missing: int = 0) -> list[str]:
    """Userids as the directory spells them, each once; 86216 for somebody who is not in it."""
    if not given:
        if missing:
            raise mistake(world, missing)
        return []
    if not isinstance(given, list):
        raise mistake(world, 86220)
    found = [world.directory.find(str(userid)) for userid in given]
    if None in found:
        raise mistake(world, 86216)
    return list(dict.fromkeys(person.userid for person in found if person))


def _owner(world: World, given: object) -> str:
    """Empty when none is named; 86005 for somebody who is not in the directory."""
    if not given:
        return ""
    person = world.directory.find(str(given))
    if person is None:
        raise mistake(world, 86005)
    return person.userid


def _check_members(world: World, members: list[str], owner: str) -> None:
    if not FEWEST <= len(members) <= min(MOST, world.settings.appchat_members):
        raise mistake(world, 86006)
    if owner not in members:
        raise mistake(world, 86207)


def _changed(world: World, room: Room, body: Json) -> Room:
    """The room as it will be. Removing the owner needs a new one (86203); who is removed must be in it (86216)."""
    added, removed = _people(world, body.get("add_user_list")), _removed(world, room, body.get("del_user_list"))
    owner = _owner(world, body.get("owner"))
    if not owner and room.admin in removed:
        raise mistake(world, 86203)
    stay = [userid for userid in room.members if userid not in removed]
    members = list(dict.fromkeys([*stay, *(userid for userid in added if userid not in removed)]))
    _check_members(world, members, owner or room.admin)
    name = _name(world, body.get("name")) or room.name
    return replace(room, name=name, admin=owner or room.admin, members=tuple(members))


def _removed(world: World, room: Room, given: object) -> list[str]:
    """They may have left the company, so the room's own list counts."""
    if given and not isinstance(given, list):
        raise mistake(world, 86220)
    inside = {userid.lower(): userid for userid in room.members}
    wanted = [str(userid).lower() for userid in given or []] if isinstance(given, list) else []
    if any(userid not in inside for userid in wanted):
        raise mistake(world, 86216)
    return [inside[userid] for userid in wanted]
