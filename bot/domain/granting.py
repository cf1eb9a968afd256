"""By which rule somebody holds a role: the configuration's rules, laid over the directory.

A role is given by account, title, department, tag, group, or with another role (D15§4.3: by post and rank). Leaders of
departments are heads of theirs without being listed (D4§4.2), and who has 实习 in his title is an intern.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import translate
from typing import Final

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.finding.folding import fold
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import CONFLICTS, Role
from bot.identifiers import UserId

INTERNS: Final = ("*实习*",)
MOST_ROUNDS: Final = len(Role)  # of roles that come with roles


class By(StrEnum):
    """What a role was given by; the word that people read."""

    ACCOUNT = "账号"
    TITLE = "职务"
    DEPARTMENT = "部门"
    TAG = "标签"
    GROUP = "群"
    ROLE = "角色"
    LEADER = "部门负责人"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who is given a role. `titles` are patterns with `*`; departments hold those below them; groups are ids or names;
    `roles` are those that bring this one along."""

    people: frozenset[UserId] = frozenset()
    titles: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """Why somebody holds a role: by his title, which is `what`."""

    by: By
    what: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two roles in one hand that are there to check each other."""

    user: UserId
    roles: tuple[Role, Role]
    why: str


Rules = Mapping[Role, Rule]
Held = dict[Role, dict[UserId, Grant]]


def by_account(holders: Mapping[Role, Iterable[UserId]]) -> Rules:
    """The simplest rules."""
    return {role: Rule(people=frozenset(users)) for role, users in holders.items()}


def conflicts(grants: Mapping[Role, Collection[UserId]], groups: Iterable[Group]) -> Sequence[Conflict]:
    """Who holds two roles that check each other (D1§1)."""
    admins = frozenset[UserId]().union(*(group.keepers for group in groups))
    held = {**grants, Role.GROUP_ADMIN: admins}
    return [
        Conflict(user, pair, why)
        for pair, why in CONFLICTS.items()
        for user in sorted(set(held.get(pair[0], ())) & set(held.get(pair[1], ())))
    ]


@dataclass(frozen=True, slots=True)
class Staff:
    """What rules are laid over."""

    people: Sequence[Person]
    departments: Sequence[Department]
    groups: Sequence[Group]
    find: DepartmentFinder


def granted(rules: Rules, staff: Staff) -> Mapping[Role, Mapping[UserId, Grant]]:
    """Everybody who holds each role, with the first reason for it. An account counts even before the directory is read.

    Being an employee and looking after a group are no grants: the directory and the registry of groups say so.
    """
    held: Held = {Role.DEPT_HEAD: dict(_leaders(staff))}
    for role, rule in {Role.INTERN: Rule(titles=INTERNS), **rules}.items():
        found = held.setdefault(role, {})
        for user, grant in _by_rule(rule, staff):
            found.setdefault(user, grant)
    for _ in range(MOST_ROUNDS):
        if not _bring_along(held, rules):
            break
    return {role: people for role, people in held.items() if people}


def _by_rule(rule: Rule, staff: Staff) -> Iterator[tuple[UserId, Grant]]:
    yield from ((user, Grant(By.ACCOUNT)) for user in sorted(rule.people))
    yield from _by_title(rule.titles, staff.people)
    for name in rule.departments:
        yield from _by_department(name, staff)
    for name in rule.groups:
        named = [group for group in staff.groups if name in (group.id, *group.names)]
        yield from ((user, Grant(By.GROUP, group.name)) for group in named for user in sorted(group.members))
    if rule.tags:
        for person in staff.people:
            if tag := next((tag for tag in rule.tags if tag in person.tags), None):
                yield person.user_id, Grant(By.TAG, tag)


def _by_title(titles: Sequence[str], people: Iterable[Person]) -> Iterator[tuple[UserId, Grant]]:
    if not titles:
        return
    pattern = re.compile("|".join(translate(fold(title)) for title in titles))
    fits: dict[str, bool] = {"": False}
    for person in people:
        position = person.position
        if position not in fits:
            fits[position] = pattern.match(fold(position)) is not None
        if fits[position]:
            yield person.user_id, Grant(By.TITLE, position)


def _by_department(name: str, staff: Staff) -> Iterator[tuple[UserId, Grant]]:
    departments = staff.find.words.get(fold(name))
    within = frozenset[int]().union(*(staff.find.below(each) for each in departments))
    for person in staff.people:
        if within and (person.main_department in within or not within.isdisjoint(person.departments)):
            yield person.user_id, Grant(By.DEPARTMENT, name)


def _leaders(staff: Staff) -> Iterator[tuple[UserId, Grant]]:
    """The company itself is no department: whoever leads it is no head of one."""
    for department in staff.departments:
        if department.parent is not None:
            yield from ((user, Grant(By.LEADER, department.name)) for user in department.leaders)


def _bring_along(held: Held, rules: Rules) -> bool:
    """Roles that come with others; whether anybody was given one."""
    before = sum(map(len, held.values()))
    for role, rule in rules.items():
        for other in rule.roles:
            for user in held.get(other, ()):
                held[role].setdefault(user, Grant(By.ROLE, other.label))
    return sum(map(len, held.values())) > before
