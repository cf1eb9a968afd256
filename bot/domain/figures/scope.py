"""Whose figures somebody may see, and the parts in which they are told: departments, or groups; never people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.company import Company
from bot.domain.figures.items import READERS, Item
from bot.domain.groups.group import Group, GroupState
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId

ELSEWHERE = "其他"


@dataclass(frozen=True, slots=True)
class Scope:
    """The whole company, or `departments` with all below them, or `groups`."""

    label: str
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.departments and not self.groups


WHOLE = Scope("全公司")


def scope_of(person: Person, item: Item, company: Company) -> Scope | None:
    """The widest that he may see; None: nothing of it."""
    readers, user = READERS[item], person.user_id
    if not company.is_here(user):
        return None
    if any(user in company.grants.get(role, ()) for role in readers.whole):
        return WHOLE
    if readers.departments and (led := _led_by(person, company)):
        return of_departments(led)
    if readers.groups and (kept := kept_by(user, company)):
        return of_groups(kept)
    return None


def of_departments(led: Sequence[Department]) -> Scope:
    more = f"等 {len(led)} 个部门" if len(led) > 2 else ""
    return Scope("、".join(each.name for each in led[:2]) + more, departments=tuple(led))


def of_groups(kept: Sequence[Group]) -> Scope:
    more = f"等 {len(kept)} 个群" if len(kept) > 2 else ""
    return Scope("、".join(each.name for each in kept[:2]) + more, groups=tuple(kept))


def kept_by(user: UserId, company: Company) -> Sequence[Group]:
    return [each for each in company.groups if each.state is GroupState.IN_USE and user in each.keepers]


def _led_by(person: Person, company: Company) -> Sequence[Department]:
    """Those that he leads by the directory; the one he is in, where he is only called a head."""
    if person.user_id not in company.grants.get(Role.DEPT_HEAD, ()):
        return ()
    led = [each for each in company.departments if person.user_id in each.leaders and each.parent is not None]
    home = company.department_of(person) if not led else None
    return led or ([home] if home and home.parent is not None else [])


@dataclass(frozen=True)
class Parts:
    """The rows of a table: what each is called, how many are in it, and where somebody belongs."""

    scope: Scope
    company: Company

    def place(self, user: str, group: str | None = None) -> int | None:
        """The row that an event counts in; None: it isn't of this scope."""
        if self.scope.groups:
            return self._groups.get(GroupId(group)) if group else None
        person = self.company.person(UserId(user))
        if person is None:
            return len(self.names) - 1 if self.scope.is_whole else None
        return self.of_department(person.main_department)

    def of_department(self, number: int) -> int | None:
        return self._rows.get(number, len(self.names) - 1 if self.scope.is_whole else None)

    @cached_property
    def names(self) -> Sequence[str]:
        if self.scope.groups:
            return [each.name for each in self.scope.groups]
        return [*(each.name for each in self._heads), *([ELSEWHERE] if self.scope.is_whole else [])]

    @cached_property
    def staff(self) -> Sequence[int]:
        """How many are in each row now."""
        if self.scope.groups:
            return [len(each.members) for each in self.scope.groups]
        found = [0] * len(self.names)
        for person in self.company.people:
            row = self.of_department(person.main_department) if person.active else None
            if row is not None:
                found[row] += 1
        return found

    @cached_property
    def _groups(self) -> Mapping[GroupId, int]:
        return {each.id: row for row, each in enumerate(self.scope.groups)}

    @cached_property
    def _heads(self) -> Sequence[Department]:
        """The departments that rows stand for: those right below the company, or below those that he leads."""
        every, led = self.company.departments, [each.id for each in self.scope.departments]
        if self.scope.is_whole:
            roots = {each.id for each in every if each.parent is None}
            return [each for each in every if each.parent in roots]
        below = [each for each in every if each.parent in led and each.id not in led]
        return [*self.scope.departments, *below]

    @cached_property
    def _rows(self) -> Mapping[int, int]:
        """The nearest head above each department."""
        rows = {each.id: row for row, each in enumerate(self._heads)}
        parents = {each.id: each.parent for each in self.company.departments}
        return {number: row for number in parents if (row := _nearest(number, rows, parents)) is not None}


def _nearest(number: int, rows: Mapping[int, int], parents: Mapping[int, int | None]) -> int | None:
    seen: set[int] = set()
    at: int | None = number
    while at is not None and at not in seen:
        if at in rows:
            return rows[at]
        seen.add(at)
        at = parents.get(at)
    return None


def readable(person: Person, company: Company, items: Iterable[Item] = Item) -> Mapping[Item, Scope]:
    """What somebody may see, and of whom."""
    return {item: scope for item in items if (scope := scope_of(person, item, company))}
