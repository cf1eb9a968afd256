"""Who has this mobile, this mail, this encrypted userid (D-95402, D-95895, D-101521); invitations."""

from sandbox.company import Person
from sandbox.directory import open_userid
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

DAY = 86400.0


async def plain_userids(call: Call) -> Json:
    """batch/openuserid_to_userid: an id that is plain already comes back as invalid, and so does one out of sight."""
    call.require("app")
    wanted = call.body.get("open_userid_list")
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= 1000:
        raise ApiError(40058, "open_userid_list")
    known = {open_userid(person.userid): person.userid for person in call.world.visible.people()}
    found = [{"open_userid": given, "userid": known[given]} for given in wanted if given in known]
    return {"userid_list": found, "invalid_open_userid_list": [given for given in wanted if given not in known]}


async def by_mobile(call: Call) -> Json:
    """user/getuserid. Who guesses too often gets no more answers that day."""
    mobile = str(call.body.get("mobile") or "")
    return {"userid": _found(call, [one for one in call.world.directory.people.values() if one.mobile == mobile])}


async def by_email(call: Call) -> Json:
    """user/get_userid_by_email: everybody here has a personal mail only (email_type 2)."""
    email, kind = str(call.body.get("email") or ""), call.body.get("email_type") or 1
    people = call.world.directory.people.values()
    return {"userid": _found(call, [one for one in people if one.email == email and kind in (2, "2")])}


async def invite(call: Call) -> Json:
    """batch/invite: who is unknown comes back; the invitation itself is seen by nobody here."""
    directory, body = call.world.directory, call.body
    users, parties, tags = (body.get(name) or [] for name in ("user", "party", "tag"))
    if not users and not parties and not tags:
        raise ApiError(82001)
    if len(users) > 1000 or len(parties) > 100 or len(tags) > 100:
        raise ApiError(40032, "more than 1000 members, 100 departments or 100 tags")
    return {
        "invaliduser": [user for user in users if directory.find(str(user)) is None],
        "invalidparty": [party for party in parties if party not in directory.departments],
        "invalidtag": [tag for tag in tags if tag not in directory.tags],
    }


def _found(call: Call, people: list[Person]) -> str:
    """46004 for nobody; 45009 for the rest of the day after too many of those."""
    world = call.world
    seen = [person for person in people if call.owner != "app" or world.visible.has(person)]
    today = world.clock.now().date().isoformat()
    if world.limits.blocked("misses", today, world.clock.seconds()):
        raise ApiError(45009)
    if not seen:
        world.limits.take("misses", today, world.clock.seconds(), (world.settings.misses_per_day, DAY))
        raise ApiError(46004)
    return seen[0].userid
