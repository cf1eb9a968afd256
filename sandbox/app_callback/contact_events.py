"""change_contact (D-90970…D-90972): who was hired, moved, left; departments and tags.

Reduced to ids for addresses saved after 2022-08-15. Told to the app and to the contacts-sync assistant's own address,
but for what that assistant changed itself.
"""

from sandbox.app_callback.deliver import deliver
from sandbox.company import Person
from sandbox.directory import Department
from sandbox.json_types import Json
from sandbox.world import World

ADMIN = "admin"
"""Who changed it: an administrator in the console; or the secret of a call, app or contacts."""


def tell_created(world: World, person: Person, *, by: str = ADMIN) -> None:
    fields: Json = {"UserID": person.userid, "Department": _joined(person.departments)}
    if world.settings.contact_events_full:
        fields |= {"Name": person.name, "MainDepartment": person.main_department, "Position": person.title}
        fields |= {"IsLeaderInDept": _leads(person), "DirectLeader": person.leader or "", "Status": int(person.status)}
        fields |= {"Alias": person.alias, "Mobile": person.mobile, "Email": person.email}
    _tell(world, "create_user", fields, by)


def tell_updated(world: World, old: Person, new: Person, *, by: str = ADMIN) -> None:
    """Only what changed; in the reduced format only another department or userid is told at all."""
    fields: Json = {}
    if old.userid != new.userid:
        fields["NewUserID"] = new.userid
    if old.departments != new.departments:
        fields["Department"] = _joined(new.departments)
    if world.settings.contact_events_full:
        changed = {
            "Name": (old.name, new.name),
            "Position": (old.title, new.title),
            "Alias": (old.alias, new.alias),
            "Status": (int(old.status), int(new.status)),
            "IsLeaderInDept": (_leads(old), _leads(new)),
            "DirectLeader": (old.leader or "", new.leader or ""),
        }
        fields |= {name: after for name, (before, after) in changed.items() if before != after}
    if fields:
        _tell(world, "update_user", {"UserID": old.userid} | fields, by)


def tell_deleted(world: World, person: Person, *, by: str = ADMIN) -> None:
    _tell(world, "delete_user", {"UserID": person.userid}, by)


def tell_department(world: World, change: str, department: Department, *, by: str) -> None:
    """`change` is create_party, update_party or delete_party; the last tells the id only."""
    fields: Json = {"Id": department.id}
    if change != "delete_party":
        fields["ParentId"] = department.parent
        if world.settings.contact_events_full:
            fields |= {"Name": department.name, "Order": department.order}
    _tell(world, change, fields, by)


def tell_tag(world: World, fields: Json, *, by: str) -> None:
    _tell(world, "update_tag", fields, by)


def _leads(person: Person) -> str:
    return _joined([int(number in person.leads_in) for number in person.departments])


def _joined(numbers: tuple[int, ...] | list[int]) -> str:
    return ",".join(str(number) for number in numbers)


def _tell(world: World, change: str, fields: Json, by: str) -> None:
    """FromUserName is `sys`; there is no AgentID, as nothing here belongs to one app."""
    head: Json = {
        "ToUserName": world.credentials.corp_id,
        "FromUserName": "sys",
        "CreateTime": int(world.clock.seconds()),
        "MsgType": "event",
        "Event": "change_contact",
        "ChangeType": change,
    }
    listeners = [world.app] if by == "contacts" else [world.app, world.contacts]
    for channel in listeners:
        deliver(world, "sys", head | fields, msgid=f"event-{world.next_id()}", channel=channel)
