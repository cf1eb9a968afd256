"""The company as the bot sees it at one moment: a value that is replaced as a whole when the directory changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from types import MappingProxyType

from bot.domain.approvals.pace import Pace
from bot.domain.finding.finder import Finder, finder
from bot.domain.granting import Grant, Rules, Staff, granted
from bot.domain.groups.group import Group
from bot.domain.groups.types import D7_TYPES, GroupType
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import ChatId, GroupId, UserId


@dataclass(frozen=True)
class Company:
    """`aliases` maps a department's name to other names that people use; `moved`: what they were called until lately.

    `keep_files`: how long pictures and files are kept that nothing needs any more.
    """

    people: tuple[Person, ...] = ()
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()
    role_rules: Rules = field(default_factory=lambda: MappingProxyType({}))
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    bot_name: str = "小助手"
    nickname_rules: NicknameRules = field(default_factory=NicknameRules)
    moved: tuple[Moved, ...] = ()
    pace: Pace = field(default_factory=Pace)
    group_types: tuple[GroupType, ...] = D7_TYPES
    keep_files: timedelta = timedelta(days=180)

    def person(self, user: UserId) -> Person | None:
        return self._people.get(user)

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody active who bears this name, in the directory's order."""
        return self._names.get(name, ())

    def is_here(self, user: UserId) -> bool:
        """In the directory, and has not left."""
        person = self.person(user)
        return person is not None and person.active

    def name_of(self, user: UserId) -> str:
        """What people call him; the account of whom the directory doesn't know."""
        person = self.person(user)
        return self.told_apart(person) if person else user

    def told_apart(self, person: Person) -> str:
        """His name; where others bear it, with the tail of his staff number: 刘洋(0086)."""
        others = [each for each in self.named(person.name) if each.user_id != person.user_id]
        if not others:
            return person.name
        clash = any(each.tail == person.tail for each in others)
        return f"{person.name}({(person.staff_no or person.user_id) if clash else person.tail})"

    def holders(self, role: Role) -> tuple[UserId, ...]:
        """Everybody who was granted a role, whether he is here or not, in order of the accounts."""
        return tuple(sorted(self.grants.get(role, ())))

    def department_of(self, person: Person) -> Department | None:
        return self._departments.get(person.main_department)

    def group(self, group: GroupId) -> Group | None:
        return self._groups.get(group)

    def group_of_chat(self, chat: ChatId | None) -> Group | None:
        """The room that a channel's chat id stands for, where it was paired."""
        return self._chats.get(chat) if chat else None

    @cached_property
    def grants(self) -> Mapping[Role, Mapping[UserId, Grant]]:
        """Who holds each role, and by which rule."""
        return granted(self.role_rules, Staff(self.people, self.departments, self.groups, self.finder.departments))

    @cached_property
    def finder(self) -> Finder:
        """Finds people, groups and departments in what was typed."""
        return finder(self.people, self.departments, self.groups, self.aliases)

    @cached_property
    def register(self) -> Register:
        """What everybody is called, and must be called in a group."""
        return Register(self.people, self.departments, self.aliases, self.nickname_rules, self.moved)

    @cached_property
    def _people(self) -> Mapping[UserId, Person]:
        return {person.user_id: person for person in self.people}

    @cached_property
    def _names(self) -> Mapping[str, tuple[Person, ...]]:
        names: dict[str, list[Person]] = {}
        for person in self.people:
            if person.active:
                names.setdefault(person.name, []).append(person)
        return {name: tuple(people) for name, people in names.items()}

    @cached_property
    def _departments(self) -> Mapping[int, Department]:
        return {department.id: department for department in self.departments}

    @cached_property
    def _groups(self) -> Mapping[GroupId, Group]:
        return {group.id: group for group in self.groups}

    @cached_property
    def _chats(self) -> Mapping[ChatId, Group]:
        return {group.bot_chat: group for group in self.groups if group.bot_chat}
