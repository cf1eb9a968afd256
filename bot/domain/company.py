"""The company as the bot sees it at one moment: a value that is replaced as a whole when the directory changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Final

from bot.domain.accounts.rules import AccountRules
from bot.domain.approvals.pace import Pace
from bot.domain.attendance.rules import AttendanceRules
from bot.domain.audit.rules import AuditRules
from bot.domain.calendar.calendar import Calendar
from bot.domain.desk.rules import DeskRules
from bot.domain.figures.rules import FigureRules
from bot.domain.finding.finder import Finder, finder
from bot.domain.finding.folding import fold
from bot.domain.finding.groups import GroupFinder
from bot.domain.granting import Grant, Rules, Staff, granted
from bot.domain.groups.grooming import Grooming
from bot.domain.groups.group import Group
from bot.domain.groups.rules import RuleTexts
from bot.domain.groups.types import D7_TYPES, GroupType
from bot.domain.leave.rules import LeaveRules
from bot.domain.leave.working_time.schedule import Schedule
from bot.domain.moderation.rules import ModerationRules
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.notices.posting import ReceiptRules
from bot.domain.notices.rules import NoticeRules
from bot.domain.people import Department, Person
from bot.domain.retention import Retention
from bot.domain.rights import Role
from bot.domain.safety.calendar.year import SafetyYear
from bot.domain.safety.rules import SafetyRules
from bot.domain.safety.training.rules import TrainingRules
from bot.domain.security.rules import SecurityRules
from bot.domain.tags.rules import TagRules
from bot.domain.upkeep.backups import BackupRules
from bot.domain.upkeep.configuration import Configuration, Unconfigured
from bot.identifiers import ChatId, GroupId, UserId
from bot.patterns import regex

# indexes that no group is in
_OF_PEOPLE: Final = ("present", "_people", "_names", "_numbers", "_departments", "_staff", "_titles", "register")
_TITLE: Final = regex(r"[^(（)）,，、/;；\s]+")  # of a position that names several


@dataclass(frozen=True)
class Company:
    """`aliases` maps a department's name to other names that people use; `moved`: what they were called until lately.

    `wecom_vacations`: a type of leave -> the kind of WeCom's that its balance is written to; empty: none is.
    `wecom_forms`: a type -> the kind of WeCom's that an approved leave is filed as, to whoever agreed to it where
    `forms_to_decider`; of these the balance is WeCom's to count, and only compared.
    `keep_files`: how long pictures and files are kept that nothing needs any more. `feeds_at`: the address under which
    calendars are subscribed to; empty: nowhere. `suspended`: for whom the bot does nothing anywhere now but what
    keeps people safe; they hold no office meanwhile. `configuration`: where all this comes from, but for what the
    database says.
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
    group_rules: RuleTexts = field(default_factory=RuleTexts)
    keep_files: timedelta = timedelta(days=180)
    retention: Retention = field(default_factory=Retention)
    grooming: Grooming = field(default_factory=Grooming)
    leave: LeaveRules = field(default_factory=LeaveRules)
    attendance: AttendanceRules = field(default_factory=AttendanceRules)
    notices: NoticeRules = field(default_factory=NoticeRules)
    receipts: ReceiptRules = field(default_factory=ReceiptRules)
    moderation: ModerationRules = field(default_factory=ModerationRules)
    safety: SafetyRules = field(default_factory=SafetyRules)
    training: TrainingRules = field(default_factory=TrainingRules)
    figures: FigureRules = field(default_factory=FigureRules)
    safety_year: SafetyYear = field(default_factory=SafetyYear)
    desk: DeskRules = field(default_factory=DeskRules)
    audit: AuditRules = field(default_factory=AuditRules)
    accounts: AccountRules = field(default_factory=AccountRules)
    backup: BackupRules = field(default_factory=BackupRules)
    security: SecurityRules = field(default_factory=SecurityRules)
    tags: TagRules = field(default_factory=TagRules)
    wecom_vacations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    wecom_forms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    forms_to_decider: bool = False
    feeds_at: str = ""
    suspended: frozenset[UserId] = frozenset()
    configuration: Configuration = field(default_factory=Unconfigured, compare=False, repr=False)

    def person(self, user: UserId) -> Person | None:
        return self._people.get(user)

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody active who bears this name, in the directory's order."""
        return self._names.get(name, ())

    def gone(self, name: str) -> tuple[Person, ...]:
        """Everybody of this name who has left."""
        return self._gone.get(name, ())

    def numbered(self, staff_no: str) -> Person | None:
        """By the number that the company gave him."""
        return self._numbers.get(staff_no)

    def is_here(self, user: UserId) -> bool:
        """In the directory, and has not left."""
        person = self.person(user)
        return person is not None and person.active

    def decides(self, user: UserId) -> bool:
        """Is here, and may act for an office: not while he is suspended."""
        return self.is_here(user) and user not in self.suspended

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

    def titled(self, title: str) -> tuple[UserId, ...]:
        """Who is here and called this: 常务副总裁 is no 总裁, 集团营销副总(分管副总) is both of what it says."""
        return self._titles.get(title, ())

    def holders(self, role: Role) -> tuple[UserId, ...]:
        """Everybody who was granted a role, whether he is here or not, in order of the accounts."""
        return tuple(sorted(self.grants.get(role, ())))

    def serving(self, *roles: Role) -> tuple[UserId, ...]:
        """Who has one of the roles and is here: each once, in the order of the roles."""
        found = dict.fromkeys(user for role in roles for user in self.holders(role))
        return tuple(filter(self.is_here, found))

    def in_office(self, *roles: Role) -> tuple[UserId, ...]:
        """Of those who serve, who may decide: nobody who is suspended. What keeps people safe asks `serving`."""
        return tuple(filter(self.decides, self.serving(*roles)))

    def department_of(self, person: Person) -> Department | None:
        return self._departments.get(person.main_department)

    def staff_of(self, department: str) -> frozenset[UserId]:
        """Everybody in a department, by its name or another name of it, and in those below; whether here or not."""
        find = self.finder.departments
        below = frozenset[int]().union(*(find.below(each) for each in find.words.get(fold(department))))
        return frozenset(user for number in below for user in self._staff.get(number, ()))

    def schedule(self, user: UserId) -> Schedule:
        """When he works."""
        return self.leave.schedule(user, self.pace.calendar, self.pace.shift)

    def group(self, group: GroupId) -> Group | None:
        return self._groups.get(group)

    def group_type(self, key: str) -> GroupType | None:
        return next((each for each in self.group_types if each.key == key), None)

    def group_of_chat(self, chat: ChatId | None) -> Group | None:
        """The room that a channel's chat id stands for, where it was paired."""
        return self._chats.get(chat) if chat else None

    def prepare(self) -> None:
        """What would be built with the first question: of a hundred thousand people that takes seconds, in which nobody
        is to wait for his answer."""
        self.finder.people.prepare()
        self.register.prepare()
        for index in (self.grants, self.present, self._people, self._names):
            len(index)

    def with_groups(self, groups: Sequence[Group]) -> "Company":
        """The same people, whose indexes are kept: of a hundred thousand they take seconds to build."""
        after = replace(self, groups=tuple(groups))
        by_group = any(rule.groups for rule in self.role_rules.values())
        kept = _OF_PEOPLE if by_group else (*_OF_PEOPLE, "grants")
        after.__dict__.update({name: self.__dict__[name] for name in kept if name in self.__dict__})
        if "finder" in self.__dict__:
            after.__dict__["finder"] = replace(self.finder, groups=GroupFinder(after.groups))
        return after

    def with_leave(self, leave: LeaveRules) -> "Company":
        """The same people and groups, and all that was worked out of them."""
        return self._but(replace(self, leave=leave))

    def with_calendar(self, calendar: Calendar) -> "Company":
        """The same with other working days."""
        return self._but(replace(self, pace=replace(self.pace, calendar=calendar)))

    def with_roles(self, rules: Rules) -> "Company":
        """The same with other rules of who holds which role."""
        after = self._but(replace(self, role_rules=rules))
        after.__dict__.pop("grants", None)
        return after

    def with_suspended(self, users: frozenset[UserId]) -> "Company":
        """The same, with others who hold no office for a time."""
        return self._but(replace(self, suspended=users))

    def _but(self, after: "Company") -> "Company":
        own = {each.name for each in fields(self)}
        after.__dict__.update({name: value for name, value in self.__dict__.items() if name not in own})
        return after

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
        return Register(
            self.people, self.departments, self.aliases, self.nickname_rules, self.moved, self.moderation.content.in_use
        )

    @cached_property
    def present(self) -> tuple[Person, ...]:
        """Everybody who hasn't left, in the directory's order."""
        return tuple(person for person in self.people if person.active)

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
    def _gone(self) -> Mapping[str, tuple[Person, ...]]:
        names: dict[str, list[Person]] = {}
        for person in self.people:
            if not person.active:
                names.setdefault(person.name, []).append(person)
        return {name: tuple(people) for name, people in names.items()}

    @cached_property
    def _numbers(self) -> Mapping[str, Person]:
        return {person.staff_no: person for person in self.people if person.staff_no}

    @cached_property
    def _titles(self) -> Mapping[str, tuple[UserId, ...]]:
        called = {position: set(_TITLE.findall(position)) for position in {each.position for each in self.people}}
        titles: dict[str, list[UserId]] = {}
        for person in self.people:
            for title in called[person.position] if person.active else ():
                titles.setdefault(title, []).append(person.user_id)
        return {title: tuple(users) for title, users in titles.items()}

    @cached_property
    def _departments(self) -> Mapping[int, Department]:
        return {department.id: department for department in self.departments}

    @cached_property
    def _staff(self) -> Mapping[int, Sequence[UserId]]:
        staff: dict[int, list[UserId]] = {}
        for person in self.people:
            for number in {person.main_department, *person.departments}:
                staff.setdefault(number, []).append(person.user_id)
        return staff

    @cached_property
    def _groups(self) -> Mapping[GroupId, Group]:
        return {group.id: group for group in self.groups}

    @cached_property
    def _chats(self) -> Mapping[ChatId, Group]:
        return {group.bot_chat: group for group in self.groups if group.bot_chat}
