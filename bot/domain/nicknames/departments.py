"""Departments as nicknames begin with them: by name, alias, or a name that has just changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from bot.domain.nicknames.folding import BRACKETS, SEPARATORS, fold, simple, squeeze
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.identifiers import UserId

_BETWEEN = SEPARATORS + BRACKETS


class DepartmentNames:
    """`aliases`: a department's name -> other names for it. `moved`: names of departments that have just changed."""

    def __init__(
        self,
        departments: Sequence[Department],
        aliases: Mapping[str, Sequence[str]],
        rules: NicknameRules,
        moved: Sequence[Moved],
    ) -> None:
        self._rules = rules
        self._aliases = aliases
        self._moved = moved
        self._departments = {each.id: each for each in departments}
        self._named = {each.id: each.name for each in departments if each.parent is not None}
        self._present = frozenset(self._named.values())
        self._hosts = {user: self.called(fold(name)) or name for user, name in rules.hosts.items()}

    def of(self, person: Person) -> str | None:
        """The one that stands in his nickname; None: he is in none but the company itself."""
        return self._hosts.get(person.user_id) or self._named.get(person.main_department)

    def may_write(self, person: Person, department: str, now: datetime) -> bool:
        """Whether it is his in any way: by a second one, one above it, or a name that has just changed."""
        return department in self._others(person) or department in self._former(person, now)

    def may_choose(self, person: Person, department: str) -> bool:
        """Whether it is as good as the main one."""
        return self._rules.any_department and department in map(self._named.get, person.departments)

    def exists(self, name: str) -> bool:
        """Whether there is one now; else it is a former name."""
        return name in self._present

    def called(self, folded: str) -> str | None:
        return self._names.get(simple(folded.strip(_BETWEEN)))

    def splits(self, folded: str) -> Iterator[tuple[str | None, str]]:
        """Every department that the text begins with, the longest first, with the rest; then none, with all of it."""
        begun = folded.lstrip(_BETWEEN)
        compared = simple(begun)
        for length in self._lengths:
            department = self._names.get(compared[:length]) if length < len(begun) else None
            rest = begun[length:].lstrip(_BETWEEN)
            if department and rest:
                yield department, rest
        yield None, folded

    def prepare(self) -> None:
        len(self._lengths)

    def _others(self, person: Person) -> set[str]:
        """His departments and all above them, but for the root."""
        names: set[str] = set()
        for number in (person.main_department, *person.departments):
            seen: set[int] = set()
            while (found := self._departments.get(number)) and found.parent is not None and number not in seen:
                names.add(found.name)
                seen.add(number)
                number = found.parent
        return names

    def _former(self, person: Person, now: datetime) -> set[str]:
        moved = [*self._moved_people.get(person.user_id, ())]
        for number in (person.main_department, *person.departments):
            moved += self._renamed.get(number, ())
        return {each.former for each in moved if now < each.at + self._rules.grace}

    @cached_property
    def _moved_people(self) -> Mapping[UserId, Sequence[Moved]]:
        found: dict[UserId, list[Moved]] = defaultdict(list)
        for each in self._moved:
            if each.user is not None:
                found[each.user].append(each)
        return found

    @cached_property
    def _renamed(self) -> Mapping[int, Sequence[Moved]]:
        found: dict[int, list[Moved]] = defaultdict(list)
        for each in self._moved:
            if each.department is not None:
                found[each.department].append(each)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Every name of a department, as they are compared -> its registered name; a former one stands for itself."""
        names = [(former, former) for former in {each.former for each in self._moved}]
        names += [(alias, name) for name in self._present for alias in self._aliases.get(name, ())]
        names += [(name, name) for name in self._present]
        spelt = {squeeze(fold(written)): name for written, name in names}
        spelt |= {simple(fold(written)): name for written, name in names}
        spelt.pop("", None)
        return spelt

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._names}, reverse=True))


def cuts_a_word(folded: str, rest: str) -> bool:
    """Whether the department before `rest` ends in the midst of a Latin word: `it` does not begin `itachi`."""
    before = folded[: len(folded) - len(rest)]
    return before[-1:].isascii() and before[-1:].isalnum() and rest[:1].isascii() and rest[:1].isalnum()
