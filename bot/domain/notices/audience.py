"""Whom a notice is for, as its author said it, and who that is at the moment (S200, D2§10.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from bot.domain.accounts.newcomer import Employment
from bot.domain.company import Company
from bot.domain.groups.group import Group, GroupState
from bot.domain.notices.direct import direct_users
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.notices.topics import Topic, subscribers
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId


@dataclass(frozen=True, slots=True)
class Audience:
    """Any of these together. `departments`, `tags` and `titles` are names; `topic`: the groups that subscribe to it;
    `kinds`: of the company's own people (D9§7). `employed`: of those people only who are employed so (D5§2); it is left
    out of what is written of an audience, so that what was agreed to before there was such a thing still counts.

    People are told in private; groups in the group.
    """

    groups: tuple[GroupId, ...] = ()
    topic: Topic | None = None
    everybody: bool = False
    departments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    people: tuple[UserId, ...] = ()
    kinds: tuple[ReaderKind, ...] = ()
    employed: tuple[Employment, ...] = field(default=(), repr=False)

    @property
    def in_private(self) -> bool:
        parts = (self.departments, self.tags, self.titles, self.roles, self.people, self.kinds)
        return self.everybody or any(parts)


Employed = Mapping[UserId, Employment]
NOBODY_ELSE: Final[Employed] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Readers:
    """Who it goes to now: rooms, and people in private, in the directory's order. `members` are in the rooms."""

    groups: tuple[Group, ...]
    people: tuple[UserId, ...]
    members: frozenset[UserId]

    @property
    def heads(self) -> frozenset[UserId]:
        """Everybody of the company whom it reaches, each once."""
        return self.members.union(self.people)


def named(audience: Audience, company: Company) -> tuple[str, ...]:
    """Each part of it, by its name, groups first: 项目A工作群、生产部、全员."""
    groups = [group.name for each in audience.groups if (group := company.group(each))]
    only = "、".join(f"{each}员工" if each is Employment.REGULAR else each for each in audience.employed)
    return (
        *groups,
        *([f"订阅{audience.topic}的群"] if audience.topic else []),
        *([only or "全员"] if audience.everybody else []),
        *audience.kinds,
        *audience.departments,
        *audience.tags,
        *audience.titles,
        *(role.label for role in audience.roles),
        *(company.name_of(each) for each in audience.people),
        *([f"限{only}"] if only and not audience.everybody else []),
    )


def readers(
    audience: Audience, company: Company, chosen: Mapping[GroupId, bool], employed: Employed = NOBODY_ELSE
) -> Readers:
    """`chosen`: what groups have said in chat about `audience.topic`; empty where nobody asked. `employed`: of whoever
    isn't here for good, how."""
    rooms = _rooms(audience, company, chosen)
    members = frozenset[UserId]().union(*(group.insiders for group in rooms))
    return Readers(rooms, _people(audience, company, employed), frozenset(filter(company.is_here, members)))


def _rooms(audience: Audience, company: Company, chosen: Mapping[GroupId, bool]) -> tuple[Group, ...]:
    wanted = set(audience.groups)
    if audience.topic:
        wanted |= {group.id for group in subscribers(audience.topic, company.groups, chosen)}
    return tuple(group for group in company.groups if group.id in wanted and group.state is GroupState.IN_USE)


def employment_of(user: UserId, company: Company, employed: Employed) -> Employment:
    """An intern is one by his role, too, where nobody has registered until when he is here (S335)."""
    usual = Employment.INTERN if user in company.holders(Role.INTERN) else Employment.REGULAR
    return employed.get(user, usual)


def _people(audience: Audience, company: Company, employed: Employed) -> tuple[UserId, ...]:
    if not audience.in_private:
        return ()
    if audience.everybody and not audience.employed:
        return tuple(person.user_id for person in company.present)
    staff = frozenset[UserId]().union(*(company.staff_of(each) for each in audience.departments))
    titled = {user for title in audience.titles for user in company.titled(title)}
    wanted = (
        staff | titled | set(company.serving(*audience.roles)) | set(audience.people) | _of_kinds(audience, company)
    )
    return tuple(
        person.user_id
        for person in company.present
        if (audience.everybody or person.user_id in wanted or not set(audience.tags).isdisjoint(person.tags))
        and (not audience.employed or employment_of(person.user_id, company, employed) in audience.employed)
    )


def _of_kinds(audience: Audience, company: Company) -> frozenset[UserId]:
    if not audience.kinds:
        return frozenset()
    direct = direct_users(company)
    others = frozenset(each.user_id for each in company.people) - direct
    of_kind = {ReaderKind.DIRECT: direct, ReaderKind.SUPPORTING: others}
    return frozenset[UserId]().union(*(of_kind.get(each, frozenset()) for each in audience.kinds))
