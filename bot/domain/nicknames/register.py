"""A company's names, indexed once: who is called what, and must be called what in a group.

Everything is built when it is first asked for: checking one nickname of a company of a hundred thousand costs one pass
over its people, the next one nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bot.domain.moderation.content.in_use import WordsInUse
from bot.domain.nicknames.banned_words import WordList
from bot.domain.nicknames.departments import DepartmentNames
from bot.domain.nicknames.folding import fold, squeeze
from bot.domain.nicknames.likenesses import Bearers, Likenesses, gathered
from bot.domain.nicknames.rules import Moved, NicknameRules
from bot.domain.people import Department, Person
from bot.identifiers import UserId


class Register:
    """`aliases`: a department's name -> other names for it. `moved`: names of departments that have just changed.
    `in_use`: the words that are looked for in all that people write, beside those that are banned in names.
    """

    def __init__(
        self,
        people: Sequence[Person],
        departments: Sequence[Department],
        aliases: Mapping[str, Sequence[str]],
        rules: NicknameRules,
        moved: Sequence[Moved] = (),
        in_use: WordsInUse | None = None,
    ) -> None:
        self.departments = DepartmentNames(departments, aliases, rules, moved)
        self.in_use = in_use or WordsInUse()
        self._people = people
        self._rules = rules
        self._executive: dict[str, bool] = {}
        self._keys: dict[str, str] = {}

    def prepare(self) -> None:
        """Build every index, for whoever has the time now."""
        self.departments.prepare()
        self.likenesses.prepare()

    def person(self, user: UserId) -> Person | None:
        return self._by_id.get(user)

    def key(self, person: Person) -> str:
        """His name as names are compared."""
        found = self._keys.get(person.name)
        if found is None:
            found = self._keys[person.name] = squeeze(fold(person.name))
        return found

    def department(self, person: Person) -> str | None:
        """The one that stands in his nickname; None: he is in none but the company itself."""
        return self.departments.of(person)

    def is_executive(self, person: Person) -> bool:
        """Whether D7§7 lets him use his plain name."""
        found = self._executive.get(person.position)
        if found is None:
            found = self._executive[person.position] = self._rules.is_executive(person.position)
        return found

    def is_shared(self, person: Person) -> bool:
        """Whether somebody else of his department has his name."""
        return person.user_id in self._tails

    def tail(self, person: Person) -> str:
        """What tells him from his namesakes: four figures, or more where those are shared too; empty if he has none."""
        return self._tails.get(person.user_id, "")

    def namesakes_in(self, person: Person, department: str) -> Bearers:
        """Others of his name who work there."""
        others = (self._by_id[user] for user in self.bearers(self.key(person)) if user != person.user_id)
        return tuple(other.user_id for other in others if other.active and self.department(other) == department)

    def proper(self, person: Person) -> str:
        """What he should be called: the string to copy."""
        if self.is_executive(person):
            return person.name
        department, name = self.departments.of(person), f"{person.name}{self.tail(person)}"
        return f"{department}-{name}" if department else name

    def bearers(self, squeezed: str) -> Bearers:
        """Whose name this is, or whose with the figures that tell him apart; people who have left are among them."""
        return self._bearers.get(squeezed, ())

    def aliased(self, squeezed: str) -> Bearers:
        """Who is called so for short: by his alias in the directory, or by the first part of a long name."""
        return self._aliases.get(squeezed, ())

    @cached_property
    def words(self) -> WordList:
        return WordList(self._rules.banned)

    @cached_property
    def likenesses(self) -> Likenesses:
        executives = {each.user_id: each.name for each in self._people if each.active and self.is_executive(each)}
        return Likenesses(self._people, self._bearers, executives)

    @cached_property
    def _by_id(self) -> Mapping[UserId, Person]:
        return {person.user_id: person for person in self._people}

    @cached_property
    def _named(self) -> Sequence[tuple[str, Person]]:
        return [(name, person) for person in self._people if (name := self.key(person))]

    @cached_property
    def _aliases(self) -> Mapping[str, Bearers]:
        firsts = ((fold(person.name).partition("·"), person) for person in self._people)
        short = [(first, person.user_id) for (first, mark, _), person in firsts if mark]
        short += [(person.alias, person.user_id) for person in self._people if person.alias]
        return gathered((key, user) for name, user in short if (key := squeeze(fold(name))))

    @cached_property
    def _tails(self) -> Mapping[UserId, str]:
        """Of everybody who shares a name within a department."""
        placed: dict[tuple[str | None, str], list[Person]] = {}
        for name, person in self._named:
            if person.active:
                placed.setdefault((self.department(person), name), []).append(person)
        return {user: tail for alike in placed.values() if len(alike) > 1 for user, tail in _told_apart(alike)}

    @cached_property
    def _bearers(self) -> Mapping[str, Bearers]:
        entries = [(name, person.user_id) for name, person in self._named]
        for user, tail in self._tails.items():
            person = self._by_id[user]
            marks = {person.tail, tail, person.staff_no or tail}
            entries += [(squeeze(fold(person.name + mark)), user) for mark in marks]
        return gathered(entries)


def _told_apart(alike: Sequence[Person]) -> Iterator[tuple[UserId, str]]:
    times = Counter(person.tail for person in alike)
    for person in alike:
        yield person.user_id, person.tail if times[person.tail] == 1 else person.staff_no or person.user_id
