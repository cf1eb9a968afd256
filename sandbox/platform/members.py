"""Writing members (D-90195, D-90197, D-90198, D-90199): with the contacts-sync secret only."""

import re
from dataclasses import replace

from sandbox.app_callback.contact_events import tell_created, tell_deleted, tell_updated
from sandbox.app_callback.range_events import tell_range
from sandbox.company import Person, Status
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

USERID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_\-@.]{0,63}")
MOST_DEPARTMENTS = 100
MOST_DELETED = 200


async def create(call: Call) -> Json:
    """A mobile or an email is needed; both are nobody else's."""
    call.require("contacts")
    userid = str(call.body.get("userid") or "")
    if not userid:
        raise ApiError(41009)
    if not USERID.fullmatch(userid):
        raise ApiError(40003)
    if call.world.directory.find(userid):
        raise ApiError(60102)
    if not call.body.get("mobile") and not call.body.get("email"):
        raise ApiError(40058, "mobile or email is required")
    blank = Person(userid, "", (), "", (), None, ("employee",), call.world.clock.now().date())
    person = _written(call, replace(blank, status=Status.NOT_ACTIVATED))
    call.world.directory.add(person)
    tell_created(call.world, person, by=call.owner)
    tell_range(call.world, None, person)
    return {"errmsg": "created"}


async def update(call: Call) -> Json:
    """What is left out stays. The mobile of an activated member stays in any case; a userid changes once."""
    call.require("contacts")
    old = _person(call, call.body.get("userid"))
    new = _written(call, old)
    if old.status is Status.ACTIVE:
        new = replace(new, mobile=old.mobile)
    call.world.directory.add(new)
    if call.body.get("new_userid"):
        new = _rename(call, new, str(call.body["new_userid"]))
    tell_updated(call.world, old, new, by=call.owner)
    tell_range(call.world, old, new)
    return {"errmsg": "updated"}


async def delete(call: Call) -> Json:
    call.require("contacts")
    _remove(call, _person(call, call.query.get("userid")))
    return {"errmsg": "deleted"}


async def delete_many(call: Call) -> Json:
    """All or none."""
    call.require("contacts")
    wanted = call.body.get("useridlist") or []
    if len(wanted) > MOST_DELETED:
        raise ApiError(40032, f"useridlist has more than {MOST_DELETED}")
    for person in [_person(call, userid) for userid in wanted]:
        _remove(call, person)
    return {"errmsg": "deleted"}


def _person(call: Call, given: object) -> Person:
    if not given:
        raise ApiError(41009)
    person = call.world.directory.find(str(given))
    if person is None:
        raise ApiError(60111)
    return person


def _remove(call: Call, person: Person) -> None:
    call.world.directory.remove(person.userid)
    tell_deleted(call.world, person, by=call.owner)
    tell_range(call.world, person, None)


def _rename(call: Call, person: Person, new: str) -> Person:
    known = call.world.directory.find(new)
    if not USERID.fullmatch(new):
        raise ApiError(40003)
    if known is not None and known.userid != person.userid:
        raise ApiError(60102)
    if person.renamed:
        raise ApiError(40058, "the userid was changed before")
    call.world.directory.rename(person.userid, new)
    renamed = replace(person, userid=new, renamed=True)
    call.world.directory.add(renamed)
    return renamed


def _written(call: Call, person: Person) -> Person:
    """The person with what the body says. 60112 for a bad name, 60104 and 60106 for what somebody else has."""
    body = call.body
    name = str(body.get("name", person.name))
    if not 1 <= len(name) <= 64 or len(str(body.get("alias") or "")) > 64:
        raise ApiError(60112)
    if len(str(body.get("position") or "")) > 128:
        raise ApiError(40058, "position")
    departments, leads_in = _departments(call, person)
    return replace(
        person,
        name=name,
        departments=departments,
        leads_in=leads_in,
        title=str(body.get("position", person.title)),
        leader=_leader(call, person),
        alias=str(body.get("alias", person.alias)),
        mobile=_unique(call, person, "mobile", 60104),
        email=_unique(call, person, "email", 60106),
        status=_status(call, person),
    )


def _departments(call: Call, person: Person) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The main one first, and those the person leads; is_leader_in_dept speaks of the departments as given."""
    given = call.body.get("department", list(person.departments))
    numbers = [int(number) for number in (given if isinstance(given, list) else [given])]
    if len(numbers) > MOST_DEPARTMENTS:
        raise ApiError(60110)
    if not numbers or any(number not in call.world.directory.departments for number in numbers):
        raise ApiError(60123)
    flags = call.body.get("is_leader_in_dept", [int(number in person.leads_in) for number in numbers])
    if len(flags) != len(numbers):
        raise ApiError(60132)
    leads_in = tuple(number for number, flag in zip(numbers, flags, strict=True) if flag)
    main = call.body.get("main_department", numbers[0])
    if main not in numbers:
        raise ApiError(60123, "main_department")
    return (main, *(number for number in numbers if number != main)), leads_in


def _leader(call: Call, person: Person) -> str | None:
    given = call.body.get("direct_leader", [person.leader] if person.leader else [])
    if len(given) > call.world.settings.direct_leaders:
        raise ApiError(40058, "direct_leader")
    return _person(call, given[0]).userid if given else None


def _unique(call: Call, person: Person, name: str, taken: int) -> str:
    value = str(call.body.get(name) or getattr(person, name))
    others = call.world.directory.people.values()
    if value and any(getattr(other, name) == value for other in others if other.userid != person.userid):
        raise ApiError(taken)
    return value


def _status(call: Call, person: Person) -> Status:
    """`enable` 0 disables the account; 1 lets a disabled one in again."""
    if "enable" not in call.body:
        return person.status
    if not call.body["enable"]:
        return Status.DISABLED
    return Status.ACTIVE if person.status is Status.DISABLED else person.status
