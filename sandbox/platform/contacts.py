"""Reading the directory (D-90195…D-90216): departments, members, tags, as the two secrets may see them."""

from sandbox.company import ROOT_DEPARTMENT, Person
from sandbox.directory import open_userid
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call


async def list_departments(call: Call) -> Json:
    _require_read(call)
    return {"department": [_department(call, number) for number in _tree(call)]}


async def list_department_ids(call: Call) -> Json:
    """simplelist: open to both secrets."""
    rows = [_department(call, number) for number in _tree(call)]
    return {"department_id": [{key: row[key] for key in ("id", "parentid", "order")} for row in rows]}


async def get_department(call: Call) -> Json:
    _require_read(call)
    return {"department": _department(call, _department_id(call, "id"))}


async def get_user(call: Call) -> Json:
    _require_read(call)
    if not call.query.get("userid"):
        raise ApiError(41009)
    person = call.world.directory.find(call.query["userid"])
    if person is None:
        raise ApiError(60111)
    return _member(person)


async def list_users_briefly(call: Call) -> Json:
    _require_read(call)
    keys = ("userid", "name", "department", "open_userid")
    return {"userlist": [{key: _member(person)[key] for key in keys} for person in _members(call)]}


async def list_users(call: Call) -> Json:
    _require_read(call)
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


async def list_tags(call: Call) -> Json:
    _require_read(call)
    tags = call.world.directory.tags()
    return {"taglist": [{"tagid": number, "tagname": name} for number, name in tags.items()]}


async def get_tag(call: Call) -> Json:
    _require_read(call)
    number = call.query.get("tagid", "")
    name = call.world.directory.tags().get(int(number)) if number.isdigit() else None
    if name is None:
        raise ApiError(40068)
    people = call.world.directory.tagged(name)
    users = [{"userid": person.userid, "name": person.name} for person in people]
    return {"tagname": name, "userlist": users, "partylist": []}


def _require_read(call: Call) -> None:
    """The contacts secret reads ids only, since 2022-08-15, unless the address was known before (48009)."""
    if call.owner == "contacts" and not call.world.settings.contacts_secret_reads:
        raise ApiError(48009)


def _department_id(call: Call, name: str, default: int | None = None) -> int:
    text = call.query.get(name, "")
    if not text and default is not None:
        return default
    if not text.isdigit():
        raise ApiError(60123)
    number = int(text)
    if number != ROOT_DEPARTMENT and number not in call.world.directory.departments:
        raise ApiError(60003)
    return number


def _tree(call: Call) -> list[int]:
    """A department and all below it."""
    top = _department_id(call, "id", ROOT_DEPARTMENT)
    return [ROOT_DEPARTMENT, *call.world.directory.departments] if top == ROOT_DEPARTMENT else [top]


def _department(call: Call, number: int) -> Json:
    directory = call.world.directory
    is_root = number == ROOT_DEPARTMENT
    return {
        "id": number,
        "name": directory.company.name if is_root else directory.departments[number],
        "name_en": "",
        "department_leader": [] if is_root else directory.leaders(number),
        "parentid": 0 if is_root else ROOT_DEPARTMENT,
        "order": 100_000_000 - number,
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
        "is_leader_in_dept": [int(person.leads)] * len(person.departments),
        "direct_leader": [person.leader] if person.leader else [],
        "telephone": "",
        "alias": "",
        "status": 1,
        "main_department": person.departments[0] if person.departments else 1,
        "extattr": {"attrs": _attributes(person)},
        "external_position": "",
        "open_userid": open_userid(person.userid),
    }


def _attributes(person: Person) -> list[Json]:
    values = {"工号": person.staff_no, "入职日期": person.hired.isoformat()}
    return [{"type": 0, "name": name, "text": {"value": value}} for name, value in values.items() if value]
