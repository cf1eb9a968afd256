"""Customer groups (D-92120, D-92122): read-only, and the only place where nicknames and administrators are seen."""

from sandbox.company import Room
from sandbox.customers import external_userid
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call
from sandbox.world import World

MOST = 1000
STAFF, CUSTOMER = 1, 2
BY_INVITATION = 1


async def list_groups(call: Call) -> Json:
    """By owner, page by page; the cursor is a position. Only normal groups exist here (status_filter 0)."""
    call.require("app")
    world, body = call.world, call.body
    owners = (body.get("owner_filter") or {}).get("userid_list") or []
    limit, cursor = body.get("limit"), str(body.get("cursor") or "0")
    if not isinstance(limit, int) or not 1 <= limit <= MOST or not cursor.isdigit():
        raise ApiError(40058, "limit or cursor")
    if len(owners) > 100 or any(world.directory.find(str(owner)) is None for owner in owners):
        raise ApiError(40003)
    start = int(cursor)
    found = [chat_id for chat_id, room in _groups(world).items() if not owners or room.admin in owners]
    page: Json = {"group_chat_list": [{"chat_id": chat_id, "status": 0} for chat_id in found[start : start + limit]]}
    return page | ({"next_cursor": str(start + limit)} if start + limit < len(found) else {})


async def get_group(call: Call) -> Json:
    """Names only when `need_name` is 1. 40050 for a chat that is not there."""
    call.require("app")
    room = _groups(call.world).get(str(call.body.get("chat_id") or ""))
    if room is None:
        raise ApiError(40050)
    members = [
        *(_staff(call, room, userid) for userid in room.members),
        *(_customer(call, name) for name in room.external),
    ]
    return {
        "group_chat": {
            "chat_id": call.body["chat_id"],
            "name": room.name,
            "owner": room.admin,
            "create_time": _since(call.world),
            "notice": "",
            "member_list": members,
            "admin_list": [{"userid": room.admin}] if room.admin else [],
            "member_version": call.world.customers.version(room.id),
        }
    }


def _groups(world: World) -> dict[str, Room]:
    """Those whose owner the app can see."""
    rooms = {
        world.customers.chat_id(room.id): room for room in world.directory.rooms.values() if room.is_customer_group
    }
    owners = {person.userid for person in world.visible.people()}
    return {chat_id: room for chat_id, room in rooms.items() if room.admin in owners}


def _staff(call: Call, room: Room, userid: str) -> Json:
    person = call.world.directory.people[userid]
    member = _member(call, userid, STAFF, person.name)
    return member | {"group_nickname": call.world.customers.nicknames.get((room.id, userid), "")}


def _customer(call: Call, name: str) -> Json:
    return _member(call, external_userid(name), CUSTOMER, name) | {"group_nickname": "", "unionid": ""}


def _member(call: Call, userid: str, kind: int, name: str) -> Json:
    member: Json = {"userid": userid, "type": kind, "join_time": _since(call.world), "join_scene": BY_INVITATION}
    return member | {"name": name} if call.body.get("need_name") == 1 else member


def _since(world: World) -> int:
    """They are all as old as the company file."""
    return int(world.company.now.timestamp())
