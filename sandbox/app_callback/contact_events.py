"""change_contact (D-90970): who was hired, moved, left. Reduced to ids for addresses saved after 2022-08-15."""

from sandbox.app_callback.deliver import deliver
from sandbox.company import Person
from sandbox.json_types import Json
from sandbox.world import World


def tell_created(world: World, person: Person) -> None:
    fields: Json = {"UserID": person.userid, "Department": _departments(person)}
    if world.settings.contact_events_full:
        fields |= {"Name": person.name, "MainDepartment": person.departments[0], "Position": person.title}
        fields |= {"IsLeaderInDept": "0", "DirectLeader": person.leader or "", "Status": 1}
    _tell(world, "create_user", fields)


def tell_updated(world: World, old: Person, new: Person) -> None:
    """Only what changed; in the reduced format only a change of department is told at all."""
    fields: Json = {}
    if old.departments != new.departments:
        fields["Department"] = _departments(new)
    if world.settings.contact_events_full:
        changed = {"Name": (old.name, new.name), "Position": (old.title, new.title)}
        fields |= {name: after for name, (before, after) in changed.items() if before != after}
    if fields:
        _tell(world, "update_user", {"UserID": new.userid} | fields)


def tell_deleted(world: World, person: Person) -> None:
    _tell(world, "delete_user", {"UserID": person.userid})


def _departments(person: Person) -> str:
    return ",".join(str(number) for number in person.departments)


def _tell(world: World, change: str, fields: Json) -> None:
    """FromUserName is `sys`; there is no AgentID, as nothing here belongs to one app."""
    head: Json = {
        "ToUserName": world.credentials.corp_id,
        "FromUserName": "sys",
        "CreateTime": int(world.clock.seconds()),
        "MsgType": "event",
        "Event": "change_contact",
        "ChangeType": change,
    }
    deliver(world, "sys", head | fields, msgid=f"event-{world.next_id()}")
