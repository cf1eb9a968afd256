"""Reading the directory (D-90195…D-90216): departments, members, tags, as the two secrets may see them."""

from sandbox.company import ROOT_DEPARTMENT, Person
from sandbox.directory import open_userid
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call


async def list_departments(call: Call) -> Json:
    call.require_reader()
    return {"department": [_department(call, number) for number in _tree(call)]}


async def list_department_ids(call: Call) -> Json:
    """simplelist: open to both secrets."""
    rows = [_department(call, number) for number in _tree(call)]
    return {"department_id": [{key: row[key] for key in ("id", "parentid", "order")} for row in rows]}


async def get_department(call: Call) -> Json:
    call.require_reader()
    return {"department": _department(call, _department_id(call, "id"))}


async def get_user(call: Call) -> Json:
    """60111 for nobody, 60011 for somebody outside the app's visible range."""
    call.require_reader()
    if not call.query.get("userid"):
        raise ApiError(41009)
    person = call.world.directory.find(call.query["userid"])
    if person is None:
        raise ApiError(60111)
    if not _sees(call, person):
        raise ApiError(60011)
    return _member(person)


async def list_users_briefly(call: Call) -> Json:
    call.require_reader()
    keys = ("userid", "name", "department", "open_userid")
    return {"userlist": [{key: _member(person)[key] for key in keys} for person in _members(call)]}


async def list_users(call: Call) -> Json:
    call.require_reader()
    return {"userlist": [_member(person) for person in _members(call)]}


async def list_user_ids(call: Call) -> Json:
    """list_id: the contacts secret only; a member appears once per department; the cursor is a position."""
    call.require("contacts")
    people = call.world.directory.people.values()
    pairs = [(person.userid, number) for person in people for number in person.departments]
    limit = int(call.body.get("limit") or 10_000)
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit() or not 1 <= limit <= 10_000:
        raise ApiError(40058, "cursor or limit")
    start = int(cursor)
    page = [{"userid": userid, "department": number} for userid, number in pairs[start : start + limit]]
    more = start + limit < len(pairs)
    return {"dept_user": page, "next_cursor": str(start + limit) if more else ""}


def _sees(call: Call, person: Person) -> bool:
    return call.owner != "app" or call.world.visible.has(person)


def _department_id(call: Call, name: str, default: int | None = None) -> int:
    """60003 for one that does not exist, 60011 for one outside the app's visible range."""
    text = call.query.get(name, "")
    if not text and default is not None:
        return default
    if not text.isdigit():
        raise ApiError(60123)
    number = int(text)
    if number not in call.world.directory.departments:
        raise ApiError(60003)
    if call.owner == "app" and not call.world.visible.has_department(number):
        raise ApiError(60011)
    return number


def _tree(call: Call) -> list[int]:
    """A department and all below it, as far as the app may see; the whole company when none is named."""
    numbers = call.world.directory.tree(_department_id(call, "id", ROOT_DEPARTMENT))
    if call.owner != "app":
        return numbers
    return [number for number in numbers if call.world.visible.has_department(number)]


def _department(call: Call, number: int) -> Json:
    known = call.world.directory.departments[number]
    return {
        "id": number,
        "name": known.name,
        "name_en": "",
        "department_leader": call.world.directory.leaders(number),
        "parentid": known.parent,
        "order": known.order,
    }


def _members(call: Call) -> list[Person]:
    if not call.query.get("department_id"):
        raise ApiError(60123)
    number = _department_id(call, "department_id")
    directory = call.world.directory
    if call.world.settings.fetch_child and call.query.get("fetch_child") == "1":
        return directory.below(number)
    return directory.in_department(number)


def _member(person: Person) -> Json:
    """A member as an app made after 2022-06-20 sees it: without avatar, gender, mobile, mail and address."""
    return {
        "userid": person.userid,
        "name": person.name,
        "department": list(person.departments),
        "order": [0] * len(person.departments),
        "position": person.title,
        "is_leader_in_dept": [int(number in person.leads_in) for number in person.departments],
        "direct_leader": [person.leader] if person.leader else [],
        "telephone": "",
        "alias": person.alias,
        "status": int(person.status),
        "main_department": person.main_department,
        "extattr": {"attrs": _attributes(person)},
        "external_position": "",
        "open_userid": open_userid(person.userid),
    }


def _attributes(person: Person) -> list[Json]:
    values = {"工号": person.staff_no, "入职日期": person.hired.isoformat()}
    return [{"type": 0, "name": name, "text": {"value": value}} for name, value in values.items() if value]
