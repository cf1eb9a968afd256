"""A company from a JSON file, for `qunwu explain` and for tests: departments, people, roles, groups, and its now."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.company import Company
from bot.domain.granting import Rules, by_account
from bot.domain.groups.group import Group, Guest
from bot.domain.notices.topics import Topic
from bot.domain.people import Department, Person
from bot.domain.rights import BY_ITSELF, Role
from bot.errors import ConfigError
from bot.files.leave import leave_rules
from bot.identifiers import ChatId, GroupId, UserId, user_id

ROOT = 1
_EVERYBODY = "everybody"
_NOTICED = ("E3", "E4")  # types of groups that get the safety reminder until somebody decides otherwise


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """The company, and the moment at which its messages are said."""

    company: Company
    now: datetime


def load(path: Path) -> CompanyFile:
    """Raises ConfigError with one line."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return CompanyFile(_company(values), datetime.fromisoformat(values["now"]))
    except OSError as error:
        raise ConfigError([f"{path}: {error.strerror}"]) from None
    except ValueError as error:
        raise ConfigError([f"{path}: {error}"]) from None
    except KeyError as error:
        raise ConfigError([f"{path}: not a company file: {error} is missing or unknown"]) from None
    except (AttributeError, TypeError) as error:
        raise ConfigError([f"{path}: not a company file: {error}"]) from None


def _company(values: Mapping[str, Any]) -> Company:
    departments = tuple(_departments(values))
    ids = {department.name: department.id for department in departments}
    people = tuple(_people(values, ids))
    return Company(
        people=people,
        departments=departments,
        groups=tuple(_group(each, people, departments) for each in values["groups"]),
        role_rules=_role_rules(values["people"]),
        aliases={name: tuple(aliases) for name, aliases in values["departments"].items() if aliases},
        bot_name=values["bot_name"],
        leave=leave_rules(values),
    )


def _departments(values: Mapping[str, Any]) -> Iterable[Department]:
    heads = _heads(values)
    yield Department(ROOT, "公司")
    for number, name in enumerate(values["departments"], ROOT + 1):
        yield Department(number, name, ROOT, heads.get(name, ()))


def _heads(values: Mapping[str, Any]) -> Mapping[str, tuple[UserId, ...]]:
    heads: dict[str, tuple[UserId, ...]] = {}
    for person in values["people"]:
        if "dept_head" in _roles(person):
            heads[person["dept"]] = (*heads.get(person["dept"], ()), user_id(person["userid"]))
    return heads


def _people(values: Mapping[str, Any], ids: Mapping[str, int]) -> Iterable[Person]:
    """The head of a department leads its people, and who is in charge of it (`in_charge`, by name) leads the head."""
    heads = _heads(values)
    named = {person["name"]: user_id(person["userid"]) for person in values["people"]}
    for person in values["people"]:
        user, department = user_id(person["userid"]), person["dept"]
        above = [named[name] for name in [values.get("in_charge", {}).get(department)] if name in named]
        leaders = above if user in heads.get(department, ()) else heads.get(department, above)
        yield _person(person, ids, tuple(each for each in leaders if each != user))


def _person(values: Mapping[str, Any], ids: Mapping[str, int], leaders: tuple[UserId, ...]) -> Person:
    department = ids[values["dept"]]
    return Person(
        user_id=user_id(values["userid"]),
        name=values["name"],
        main_department=department,
        departments=(department,),
        position=values.get("title", ""),
        staff_no=values.get("staff_no"),
        leaders=leaders,
    )


def _role_rules(people: Iterable[Mapping[str, Any]]) -> Rules:
    """By account, as the file has them."""
    holders: dict[Role, list[UserId]] = {}
    for person in people:
        for role in Role:
            if role in _roles(person) and role not in BY_ITSELF:
                holders.setdefault(role, []).append(user_id(person["userid"]))
    return by_account(holders)


def _roles(person: Mapping[str, Any]) -> set[str]:
    """A role may carry a remark after a space (`mgmt_group leader`)."""
    return {str(role).split(" ")[0] for role in (person["role"], *person.get("also", ()))}


def _group(values: Mapping[str, Any], people: Iterable[Person], departments: Iterable[Department]) -> Group:
    """`members_rule` names the departments whose people belong to it, or says that everybody does."""
    by_name = {person.name: person.user_id for person in people}
    rule = values.get("members_rule", "")
    everybody = _EVERYBODY in rule and "members" not in values
    members = [person.user_id for person in people] if everybody else map(user_id, values.get("members", ()))
    return Group(
        id=GroupId(values["id"]),
        name=values["name"],
        kind=values.get("type", ""),
        aliases=tuple(values.get("aliases", ())),
        purpose=values.get("purpose", ""),
        departments=tuple(each.name for each in departments if each.parent is not None and each.name in rule),
        mandatory=values.get("mandatory"),
        admins=frozenset(by_name[name] for name in [values.get("admin")] if name in by_name),
        members=frozenset(members),
        guests=tuple(map(Guest, values.get("external", ()))),
        bot_chat=None if values.get("external") else ChatId(values["id"]),
        subscribes=frozenset({Topic.SAFETY} if values.get("type") in _NOTICED else ()),
    )
