"""The company file: who works where, which rooms exist. What the file leaves out gets a sensible value here.

The head of a department leads its people, the executive in charge leads the head; people were
hired six years ago, interns three months ago.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path

from sandbox.json_types import Json

SAMPLE = Path(__file__).with_name("company.json")
ROOT_DEPARTMENT = 1


class Status(IntEnum):
    """D-90196."""

    ACTIVE = 1
    DISABLED = 2
    NOT_ACTIVATED = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One employee, as the directory keeps them. `departments` are ids, the first is the main one; `leads_in` some
    of them. Mobile and email are made up where the file has none."""

    userid: str
    name: str
    departments: tuple[int, ...]
    title: str
    leads_in: tuple[int, ...]
    leader: str | None
    roles: tuple[str, ...]
    hired: date
    staff_no: str = ""
    alias: str = ""
    mobile: str = ""
    email: str = ""
    status: Status = Status.ACTIVE
    renamed: bool = False

    @property
    def main_department(self) -> int:
        return self.departments[0] if self.departments else ROOT_DEPARTMENT


@dataclass(frozen=True, slots=True)
class Room:
    """One group as people see it. `external` names customers; `everybody` marks the room that holds all employees.

    `departments`: whose people belong in it. `mandatory`: whether people may not leave it, None where nobody says.
    """

    id: str
    name: str
    type: str
    made_by: str
    admin: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    external: tuple[str, ...]
    everybody: bool = False
    purpose: str = ""
    departments: tuple[str, ...] = ()
    mandatory: bool | None = None

    @property
    def is_customer_group(self) -> bool:
        return bool(self.external)

    @property
    def is_apps(self) -> bool:
        """Made by the app through appchat/create."""
        return self.made_by == "app"


@dataclass(frozen=True, slots=True)
class Company:
    """Everything the file says. `departments` maps name to id in the file's order; the root has id 1; `balances` are
    days of leave by userid and name; `at_night`: who works the night shift, by userid."""

    name: str
    now: datetime
    bot_name: str
    departments: dict[str, int]
    department_aliases: dict[str, tuple[str, ...]]
    people: tuple[Person, ...]
    rooms: tuple[Room, ...]
    balances: dict[str, dict[str, float]]
    region: str | None = None
    night_shift: str = ""
    at_night: tuple[str, ...] = ()


def load(path: Path = SAMPLE) -> Company:
    """Read a company file. KeyError or ValueError when it is not one."""
    data: Json = json.loads(path.read_text(encoding="utf-8"))
    departments = {name: number for number, name in enumerate(data["departments"], ROOT_DEPARTMENT + 1)}
    people = _people(data, departments)
    by_name = {person.name: person.userid for person in people}
    return Company(
        name=data.get("name", "集团"),
        now=datetime.fromisoformat(data["now"]),
        bot_name=data.get("bot_name", "小助手"),
        departments=departments,
        department_aliases={name: tuple(aliases) for name, aliases in data["departments"].items()},
        people=people,
        rooms=tuple(_room(group, by_name, people, departments) for group in data["groups"]),
        balances={entry["userid"]: entry["balance"] for entry in data["people"] if "balance" in entry},
        region=data.get("region"),
        night_shift="{start}-{end}".format_map(data["shift_night"]) if "shift_night" in data else "",
        at_night=tuple(data.get("shift_night", {}).get("people", ())),
    )


def _roles(entry: Json) -> tuple[str, ...]:
    """Roles from `role` and `also`; an entry such as `mgmt_group leader` counts as its first word."""
    words = [entry.get("role", "employee"), *(role.split()[0] for role in entry.get("also", []))]
    return tuple(dict.fromkeys(words))


def _heads(data: Json) -> dict[str, str]:
    """Department name to the userid of its head: who has the role, else its first executive."""
    heads: dict[str, str] = {}
    for wanted in ("dept_head", "executive"):
        for entry in data["people"]:
            if wanted in _roles(entry):
                heads.setdefault(entry["dept"], entry["userid"])
    return heads


def _people(data: Json, departments: dict[str, int]) -> tuple[Person, ...]:
    heads = _heads(data)
    by_name = {entry["name"]: entry["userid"] for entry in data["people"]}
    in_charge = {dept: by_name.get(name) for dept, name in data.get("in_charge", {}).items()}
    today = datetime.fromisoformat(data["now"]).date()
    people = [_person(entry, departments, heads, in_charge.get(entry["dept"]), today) for entry in data["people"]]
    return tuple(replace(person, mobile=person.mobile or f"1380000{number:04}") for number, person in enumerate(people))


def _person(
    entry: Json, departments: dict[str, int], heads: dict[str, str], in_charge: str | None, today: date
) -> Person:
    head = heads.get(entry["dept"])
    leads = head == entry["userid"]
    leader = in_charge if leads else head
    return Person(
        userid=entry["userid"],
        name=entry["name"],
        departments=(departments[entry["dept"]],),
        title=entry.get("title") or ("经理" if leads else _title(entry)),
        leads_in=(departments[entry["dept"]],) if leads else (),
        leader=leader if leader != entry["userid"] else None,
        roles=_roles(entry),
        hired=date.fromisoformat(entry["hired"]) if "hired" in entry else _hired(entry, today),
        staff_no=entry.get("staff_no", ""),
        mobile=entry.get("mobile", ""),
        email=entry.get("email", f"{entry['userid']}@example.com"),
    )


def _title(entry: Json) -> str:
    return "实习生" if entry.get("role") == "intern" else "员工"


def _hired(entry: Json, today: date) -> date:
    if entry.get("role") == "intern":
        months = today.year * 12 + today.month - 1 - 3
        return date(months // 12, months % 12 + 1, 1)
    return date(today.year - 6, today.month, min(today.day, 28))


def _room(group: Json, by_name: dict[str, str], people: tuple[Person, ...], departments: Iterable[str]) -> Room:
    rule = group.get("members_rule", "")
    everybody = "members" not in group and "members_rule" in group
    admin = by_name.get(group.get("admin", ""), "")
    listed = [person.userid for person in people] if everybody else group.get("members", [])
    return Room(
        id=group["id"],
        name=group["name"],
        type=group["type"],
        made_by=group.get("made_by", "people"),
        admin=admin,
        aliases=tuple(group.get("aliases", [])),
        members=tuple(dict.fromkeys([*listed, admin] if admin else listed)),
        external=tuple(group.get("external", [])),
        everybody=everybody,
        purpose=group.get("purpose", ""),
        departments=tuple(name for name in departments if name in rule),
        mandatory=group.get("mandatory"),
    )
