"""Tags (D-90210…D-90216): whoever makes one may change it; for an app they are rosters it can write itself."""

from sandbox.app_callback.contact_events import tell_tag
from sandbox.directory import Tag
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

MOST_TAGS = 3000
LONGEST_NAME = 32


async def list_tags(call: Call) -> Json:
    call.require_reader()
    return {"taglist": [{"tagid": tag.id, "tagname": tag.name} for tag in call.world.directory.tags.values()]}


async def get_tag(call: Call) -> Json:
    """Members outside the app's visible range are left out."""
    call.require_reader()
    tag, world = _tag(call, call.query.get("tagid")), call.world
    people = [world.directory.people[userid] for userid in tag.users]
    seen = [person for person in people if call.owner != "app" or world.visible.has(person)]
    users = [{"userid": person.userid, "name": person.name} for person in seen]
    return {"tagname": tag.name, "userlist": users, "partylist": list(tag.parties)}


async def create(call: Call) -> Json:
    """An id may be wished for; 40068 when it is taken or no number."""
    tags = call.world.directory.tags
    name = _free_name(call, call.body.get("tagname"))
    number = call.body.get("tagid") or max(tags, default=0) + 1
    if not isinstance(number, int) or number in tags or len(tags) >= MOST_TAGS:
        raise ApiError(40068)
    tags[number] = Tag(number, name, call.owner)
    return {"errmsg": "created", "tagid": number}


async def update(call: Call) -> Json:
    tag = _own(call, call.body.get("tagid"))
    tag.name = _free_name(call, call.body.get("tagname"), but=tag)
    return {"errmsg": "updated"}


async def delete(call: Call) -> Json:
    del call.world.directory.tags[_own(call, call.query.get("tagid")).id]
    return {"errmsg": "deleted"}


async def add_members(call: Call) -> Json:
    """addtagusers: who is valid goes in, the others are named; 40070 when nobody is valid."""
    tag = _own(call, call.body.get("tagid"))
    users, bad_users, parties, bad_parties = _members(call)
    added = [userid for userid in users if userid not in tag.users]
    added_parties = [number for number in parties if number not in tag.parties]
    tag.users += added
    tag.parties += added_parties
    _tell(call, tag, {"AddUserItems": added, "AddPartyItems": added_parties})
    return _partly(bad_users, bad_parties)


async def remove_members(call: Call) -> Json:
    tag = _own(call, call.body.get("tagid"))
    users, bad_users, parties, bad_parties = _members(call)
    removed = [userid for userid in tag.users if userid in users]
    removed_parties = [number for number in tag.parties if number in parties]
    tag.users = [userid for userid in tag.users if userid not in removed]
    tag.parties = [number for number in tag.parties if number not in removed_parties]
    _tell(call, tag, {"DelUserItems": removed, "DelPartyItems": removed_parties})
    return _partly(bad_users, bad_parties)


def _tag(call: Call, given: object) -> Tag:
    text = str(given or "")
    tag = call.world.directory.tags.get(int(text)) if text.isdigit() else None
    if tag is None:
        raise ApiError(40068)
    return tag


def _own(call: Call, given: object) -> Tag:
    """81011 for a tag that another secret has made."""
    tag = _tag(call, given)
    if tag.owner != call.owner:
        raise ApiError(81011)
    return tag


def _free_name(call: Call, given: object, *, but: Tag | None = None) -> str:
    name = str(given or "")
    if not name:
        raise ApiError(40063, "tagname")
    if len(name) > LONGEST_NAME:
        raise ApiError(40072)
    if any(tag.name == name for tag in call.world.directory.tags.values() if tag is not but):
        raise ApiError(40071)
    return name


def _members(call: Call) -> tuple[list[str], list[str], list[int], list[int]]:
    """Members and departments that are good and those that are not."""
    users, parties = call.body.get("userlist") or [], call.body.get("partylist") or []
    if len(users) > 1000 or len(parties) > 100:
        raise ApiError(40032, "more than 1000 members or 100 departments")
    if not users and not parties:
        raise ApiError(40063, "userlist or partylist")
    found = {str(userid): call.world.directory.find(str(userid)) for userid in users}
    good = [person.userid for person in found.values() if person]
    good_parties = [number for number in parties if number in call.world.directory.departments]
    if not good and not good_parties:
        raise ApiError(40070)
    bad = [userid for userid, person in found.items() if person is None]
    return good, bad, good_parties, [number for number in parties if number not in good_parties]


def _partly(bad_users: list[str], bad_parties: list[int]) -> Json:
    answer: Json = {}
    if bad_users:
        answer["invalidlist"] = "|".join(bad_users)
    if bad_parties:
        answer["invalidparty"] = bad_parties
    return answer


def _tell(call: Call, tag: Tag, changed: dict[str, list[str] | list[int]]) -> None:
    items = {name: ",".join(str(item) for item in items) for name, items in changed.items() if items}
    if items:
        tell_tag(call.world, {"TagId": tag.id} | items, by=call.owner)
