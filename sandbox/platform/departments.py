"""Writing departments (D-90205, D-90206, D-90207): with the contacts-sync secret only."""

import re
from dataclasses import replace

from sandbox.app_callback.contact_events import tell_department
from sandbox.company import ROOT_DEPARTMENT
from sandbox.directory import DEPARTMENT_ORDER, Department
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

DEEPEST = 15
BAD_NAME = re.compile(r'[\\:*?"<>|]')


async def create(call: Call) -> Json:
    """The id may be wished for; names are unique below one parent (60008)."""
    call.require("contacts")
    known = call.world.directory.departments
    number = call.body.get("id") or max(known) + 1
    if not isinstance(number, int) or number in known:
        raise ApiError(60008 if number in known else 60123)
    parent = _parent(call, call.body.get("parentid"))
    name = _name(call, call.body.get("name"), parent)
    order = int(call.body.get("order") or DEPARTMENT_ORDER - number)
    known[number] = Department(number, name, parent, order)
    tell_department(call.world, "create_party", known[number], by=call.owner)
    return {"errmsg": "created", "id": number}


async def update(call: Call) -> Json:
    """60010 when it would lie below itself."""
    call.require("contacts")
    old, directory = _department(call, call.body.get("id")), call.world.directory
    parent = _parent(call, call.body["parentid"]) if "parentid" in call.body else old.parent
    if parent != old.parent and parent in directory.tree(old.id):
        raise ApiError(60010)
    name = _name(call, call.body["name"], parent, but=old.id) if "name" in call.body else old.name
    new = replace(old, name=name, parent=parent, order=int(call.body.get("order") or old.order))
    directory.departments[old.id] = new
    tell_department(call.world, "update_party", new, by=call.owner)
    return {"errmsg": "updated"}


async def delete(call: Call) -> Json:
    """60005 with members in it, 60006 with departments below it, 60007 for the root."""
    call.require("contacts")
    old, directory = _department(call, call.query.get("id")), call.world.directory
    if old.id == ROOT_DEPARTMENT:
        raise ApiError(60007)
    if directory.in_department(old.id):
        raise ApiError(60005)
    if directory.children(old.id):
        raise ApiError(60006)
    del directory.departments[old.id]
    tell_department(call.world, "delete_party", old, by=call.owner)
    return {"errmsg": "deleted"}


def _department(call: Call, given: object) -> Department:
    text = str(given or "")
    if not text.isdigit():
        raise ApiError(60123)
    if int(text) not in call.world.directory.departments:
        raise ApiError(60003)
    return call.world.directory.departments[int(text)]


def _parent(call: Call, given: object) -> int:
    """60124 without one that exists, 60002 when the tree would get too deep."""
    if not isinstance(given, int) or given not in call.world.directory.departments:
        raise ApiError(60124)
    if call.world.directory.depth(given) >= DEEPEST:
        raise ApiError(60002)
    return given


def _name(call: Call, given: object, parent: int, *, but: int = 0) -> str:
    name = str(given or "")
    if not 1 <= len(name) <= 64:
        raise ApiError(60001)
    if BAD_NAME.search(name):
        raise ApiError(60009)
    siblings = [number for number in call.world.directory.children(parent) if number != but]
    if any(call.world.directory.departments[number].name == name for number in siblings):
        raise ApiError(60008)
    return name
