"""A company's names, indexed once: who is called what, in which department, and what could be taken for whom.

Everything is built when it is first asked for: checking one nickname of a company of a hundred thousand costs one pass
over its people, the next one nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from bot.domain.nicknames.banned_words import WordList
from bot.domain.nicknames.folding import BRACKETS, SEPARATORS, fold, simple, skeleton, squeeze
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.domain.pinyin import readings, spellings
from bot.identifiers import UserId

_BETWEEN = SEPARATORS + BRACKETS
SHORTEST_ID = 4  # a userid of three letters is an abbreviation of too much
MOST_SOUNDED = 4  # characters: names are no longer

Bearers = tuple[UserId, ...]


class Register:
    """`aliases`: a department's name -> other names for it. `moved`: names of departments that have just changed."""

    def __init__(
        self,
        people: Sequence[Person],
        departments: Sequence[Department],
        aliases: Mapping[str, Sequence[str]],
        rules: NicknameRules,
        moved: Sequence[Moved] = (),
    ) -> None:
        self.people = people
        self.rules = rules
        self._aliases = aliases
        self._moved = moved
        self._departments = {each.id: each for each in departments}
        self._named = {each.id: each.name for each in departments if each.parent is not None}
        self._executive: dict[str, bool] = {}
        self._keys: dict[str, str] = {}

    def prepare(self) -> None:
        """Build every index, for whoever has the time now."""
        for index in (self._tails, self._alike, self._accounts, self._names, self._spelt):
            len(index)

    # ---- one person ------------------------------------------------------------------------------------------

    def key(self, person: Person) -> str:
        """His name as names are compared."""
        found = self._keys.get(person.name)
        if found is None:
            found = self._keys[person.name] = squeeze(fold(person.name))
        return found

    def is_executive(self, person: Person) -> bool:
        """Whether D7§7 lets him use his plain name."""
        found = self._executive.get(person.position)
        if found is None:
            found = self._executive[person.position] = self.rules.is_executive(person.position)
        return found

    def department(self, person: Person) -> str | None:
        """The one that stands in his nickname; None: he is in none but the company itself."""
        return self.rules.hosts.get(person.user_id) or self._named.get(person.main_department)

    def may_write(self, person: Person, department: str, now: datetime) -> bool:
        """Whether `department` is his in any way: by a second one, one above it, or a name that has just changed."""
        return department in self._others(person) or department in self._former(person, now)

    def may_choose(self, person: Person, department: str) -> bool:
        """Whether it is as good as the main one."""
        return self.rules.any_department and department in map(self._named.get, person.departments)

    def is_department(self, name: str) -> bool:
        """Whether there is one now; else it is a former name."""
        return name in self._present

    def is_shared(self, person: Person) -> bool:
        """Whether somebody else of his department has his name."""
        return person.user_id in self._tails

    def tail(self, person: Person) -> str:
        """What tells him from his namesakes: four figures, or more where those are shared too; empty if he has none."""
        return self._tails.get(person.user_id, "")

    def has_namesake_in(self, person: Person, department: str) -> bool:
        others = (self._people[user] for user in self.bearers(self.key(person)) if user != person.user_id)
        return any(other.active and self.department(other) == department for other in others)

    def proper(self, person: Person) -> str:
        """What he should be called: the string to copy."""
        if self.is_executive(person):
            return person.name
        department = self.department(person)
        return f"{department}-{person.name}{self.tail(person)}" if department else f"{person.name}{self.tail(person)}"

    # ---- a text ----------------------------------------------------------------------------------------------

    def splits(self, folded: str) -> Iterator[tuple[str | None, str]]:
        """Every known department that the text begins with, the longest first, with the rest; then none and the text.

        An alias in Latin letters ends where a word ends: `it` does not begin `itachi`.
        """
        begun = folded.lstrip(_BETWEEN)
        compared = simple(begun)
        for length in self._lengths:
            department = self._names.get(compared[:length]) if length < len(begun) else None
            rest = begun[length:].lstrip(_BETWEEN)
            if department and rest:
                yield department, rest
        yield None, folded

    def cuts_a_word(self, folded: str, rest: str) -> bool:
        """Whether the department before `rest` ends in the midst of a Latin word."""
        before = folded[: len(folded) - len(rest)]
        return before[-1:].isascii() and before[-1:].isalnum() and rest[:1].isascii() and rest[:1].isalnum()

    def department_called(self, folded: str) -> str | None:
        return self._names.get(simple(folded.strip(_BETWEEN)))

    def bearers(self, squeezed: str) -> Bearers:
        """Whose name this is, or whose with the figures that tell him apart; people who have left are among them."""
        return self._bearers.get(squeezed, ())

    def alike(self, squeezed: str) -> Bearers:
        """Whose name this could be taken for."""
        return self._alike.get(skeleton(squeezed), ())

    def accounts(self, squeezed: str) -> Bearers:
        """Whose userid it is: mostly a name in pinyin."""
        return self._accounts.get(squeezed, ()) if len(squeezed) >= SHORTEST_ID else ()

    def person(self, user: UserId) -> Person | None:
        return self._people.get(user)

    def executive_called(self, squeezed: str) -> bool:
        """Whether an executive is called just that, or what looks like it."""
        shape = skeleton(squeezed)
        return any(shape == name for name, _ in self._executive_names)

    def executives_in(self, squeezed: str) -> Bearers:
        """Executives whose name is somewhere in it, or how it sounds is how they are called."""
        shape = skeleton(squeezed)
        inside = [user for name, user in self._executive_names if name in shape]
        return (*inside, *self._sounding(squeezed))

    @cached_property
    def words(self) -> WordList:
        return WordList(self.rules.banned)

    # ---- indexes ---------------------------------------------------------------------------------------------

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
        mine = {person.main_department, *person.departments}
        return {
            each.former
            for each in self._moved
            if now < each.at + self.rules.grace and (each.user == person.user_id or each.department in mine)
        }

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self._named.values())

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Every name of a department, as they are compared -> its registered name; a former one stands for itself."""
        names = [(each.former, each.former) for each in self._moved]
        names += [(alias, name) for name in self._present for alias in self._aliases.get(name, ())]
        names += [(name, name) for name in self._present]
        spelt = {squeeze(fold(written)): name for written, name in names}
        spelt |= {simple(fold(written)): name for written, name in names}
        spelt.pop("", None)
        return spelt

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._names}, reverse=True))

    @cached_property
    def _squeezed(self) -> Sequence[tuple[str, Person]]:
        return [(name, person) for person in self.people if (name := self.key(person))]

    @cached_property
    def _people(self) -> Mapping[UserId, Person]:
        return {person.user_id: person for person in self.people}

    @cached_property
    def _tails(self) -> Mapping[UserId, str]:
        """Of everybody who shares a name within a department."""
        placed: dict[tuple[str | None, str], list[Person]] = {}
        for name, person in self._squeezed:
            if person.active:
                placed.setdefault((self.department(person), name), []).append(person)
        return {user: tail for alike in placed.values() if len(alike) > 1 for user, tail in _told_apart(alike)}

    @cached_property
    def _bearers(self) -> Mapping[str, Bearers]:
        entries = [(name, person.user_id) for name, person in self._squeezed]
        for user, tail in self._tails.items():
            person = self._people[user]
            marks = {person.tail, tail, person.staff_no or tail}
            entries += [(squeeze(fold(person.name + mark)), user) for mark in marks]
        return _gathered(entries)

    @cached_property
    def _alike(self) -> Mapping[str, Bearers]:
        return _gathered((skeleton(name), user) for name, users in self._bearers.items() for user in users)

    @cached_property
    def _accounts(self) -> Mapping[str, Bearers]:
        return _gathered((squeeze(fold(person.user_id)), person.user_id) for person in self.people)

    @cached_property
    def _executives(self) -> Sequence[Person]:
        return [person for person in self.people if person.active and self.is_executive(person)]

    @cached_property
    def _executive_names(self) -> Sequence[tuple[str, UserId]]:
        return [(skeleton(key), each.user_id) for each in self._executives if (key := self.key(each))]

    @cached_property
    def _spelt(self) -> Mapping[str, Bearers]:
        return _gathered((spelt, each.user_id) for each in self._executives for spelt in spellings(each.name))

    def _sounding(self, squeezed: str) -> Bearers:
        if squeezed.isascii():
            return self._spelt.get(squeezed, ()) if len(squeezed) >= SHORTEST_ID else ()
        first = readings(squeezed[0])
        if len(squeezed) > MOST_SOUNDED or not any(spelt.startswith(first) for spelt in self._spelt):
            return ()
        return tuple(user for spelt in spellings(squeezed) for user in self._spelt.get(spelt, ()))


def _gathered(entries: Iterable[tuple[str, UserId]]) -> Mapping[str, Bearers]:
    """Most names have one bearer: only the others get a list."""
    found: dict[str, Bearers] = {}
    several: dict[str, list[UserId]] = {}
    for name, user in entries:
        if name not in found:
            found[name] = (user,)
        elif user not in found[name]:
            several.setdefault(name, list(found[name])).append(user)
    return found | {name: tuple(users) for name, users in several.items()}


def _told_apart(alike: Sequence[Person]) -> Iterator[tuple[UserId, str]]:
    times = Counter(person.tail for person in alike)
    for person in alike:
        yield person.user_id, person.tail if times[person.tail] == 1 else person.staff_no or person.user_id
