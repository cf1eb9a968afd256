"""`POST /sandbox/people`: somebody is hired, moves, or leaves; WeCom tells the app (change_contact, D-90970).

{"change": "create", "userid", "name", "department"?: name, "title"?}
{"change": "update", "userid", "name"?, "department"?, "title"?}
{"change": "delete", "userid"}
"""

from dataclasses import replace

from aiohttp import web

from sandbox.app_callback.contact_events import tell_created, tell_deleted, tell_updated
from sandbox.app_callback.range_events import tell_range
from sandbox.company import ROOT_DEPARTMENT, Person
from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import bad
from sandbox.json_types import Json
from sandbox.world import World


async def change_people(world: World, request: web.Request) -> Json:
    """Answers `{"userid"}`."""
    body = await body_of(request)
    changes = {"create": _create, "update": _update, "delete": _delete}
    change = changes.get(text_field(body, "change"))
    if change is None:
        raise bad("change must be create, update or delete")
    return {"userid": change(world, body)}


def _create(world: World, body: Json) -> str:
    userid = text_field(body, "userid")
    if not userid or world.directory.find(userid):
        raise bad(f"the userid {userid} is empty or taken")
    department = _department(world, body, ROOT_DEPARTMENT)
    leaders = world.directory.leaders(department)
    person = Person(
        userid=userid,
        name=text_field(body, "name", default=userid),
        departments=(department,),
        title=text_field(body, "title", default="员工"),
        leads_in=(),
        leader=leaders[0] if leaders else None,
        roles=("employee",),
        hired=world.clock.now().date(),
    )
    world.directory.add(person)
    tell_created(world, person)
    tell_range(world, None, person)
    return userid


def _update(world: World, body: Json) -> str:
    old = person_named(world, text_field(body, "userid"))
    department = _department(world, body, old.main_department)
    new = replace(
        old,
        name=text_field(body, "name", default=old.name),
        title=text_field(body, "title", default=old.title),
        departments=(department,),
        leads_in=old.leads_in if department == old.main_department else (),
    )
    world.directory.add(new)
    tell_updated(world, old, new)
    tell_range(world, old, new)
    return new.userid


def _delete(world: World, body: Json) -> str:
    person = person_named(world, text_field(body, "userid"))
    world.directory.remove(person.userid)
    tell_deleted(world, person)
    tell_range(world, person, None)
    return person.userid


def _department(world: World, body: Json, default: int) -> int:
    if "department" not in body:
        return default
    number = world.directory.department_id(text_field(body, "department"))
    if number is None:
        raise bad(f"there is no department {body['department']}")
    return number
