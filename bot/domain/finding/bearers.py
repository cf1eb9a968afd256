"""Registered names in a text, and what tells their bearers apart: 生产部-刘洋, 刘洋(0086), 刘洋（研发部）."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.finding.folding import fold
from bot.domain.finding.lexicon import Lexicon
from bot.domain.finding.places import beyond, cuts_latin, ends
from bot.domain.people import Person
from bot.patterns import regex

_BRACKETED: Final = regex(r"\s?\(([^()]{1,40})\)")
_CALLED: Final = r"(?:工号)?(?:尾号|后四位|末四位)?(?:是|为|:)?"
_NUMBER: Final = regex(rf"\s?(?:-|#|{_CALLED})\s?(\d{{3,20}})(?![\d.:年月日号点小时分天元万块-])")
_BEFORE: Final = regex(rf"{_CALLED}\s?(\d{{3,20}})号?的")  # 尾号0086的刘洋


class Named(NamedTuple):
    """text up to `end` names `people`; where what was added fits nobody, they are the `others` of that name."""

    end: int
    people: tuple[Person, ...]
    others: tuple[Person, ...] = ()


class Bearers:
    def __init__(self, people: Iterable[Person], departments: DepartmentFinder) -> None:
        self._people = people
        self._departments = departments

    def at(self, text: str, start: int) -> Named | None:
        """Whoever is named at `start` of the folded text, with a department or a number before his name."""
        for end, departments in self._departments.words.at(text, start):
            if found := self._numbered(text, beyond(text, end)):
                return _only(found, [each for each in found.people if self._departments.holds(departments, each)])
        return self._numbered(text, start)

    def called(self, word: str) -> tuple[Person, ...]:
        """`word` is folded."""
        return self._names.get(word)

    def everywhere(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of every name in the folded text, also inside of other words; the longest at each place."""
        start = 0
        while start < len(text):
            end = next((end for end, _ in self._names.at(text, start) if not cuts_latin(text, end)), None)
            if end is not None and not cuts_latin(text, start):
                yield start, end
            start = end or start + 1

    def __iter__(self) -> Iterator[str]:
        """Every name and alias, folded."""
        return iter(self._names)

    def _numbered(self, text: str, start: int) -> Named | None:
        number = _BEFORE.match(text, start)
        found = self._by_name(text, number.end() if number else start)
        if number is None or found is None:
            return found
        return _only(found, [each for each in found.people if _has_number(each, number[1])])

    def _by_name(self, text: str, start: int) -> Named | None:
        for end, people in (*self._names.at(text, start), *self._spaced(text, start)):
            found = self._told_apart(text, end, people)
            if found.end > end or ends(text, end):
                return found
        return None

    def _spaced(self, text: str, start: int) -> Iterator[tuple[int, tuple[Person, ...]]]:
        """张　三, as it stands in tables."""
        if text[start + 1 : start + 2] == " " and (
            people := self._names.get(text[start] + text[start + 2 : start + 3])
        ):
            yield start + 3, people

    def _told_apart(self, text: str, end: int, people: tuple[Person, ...]) -> Named:
        if bracketed := _BRACKETED.match(text, end):
            word = bracketed[1].strip()
            meant = tuple(person for person in people if self._answers_to(person, word))
            if meant or word.isdigit():
                return Named(bracketed.end(), meant, () if meant else people)
        if number := _NUMBER.match(text, end):
            meant = tuple(person for person in people if _has_number(person, number[1]))
            if meant:
                return Named(number.end(), meant)
        return Named(end, people)

    def _answers_to(self, person: Person, word: str) -> bool:
        if _has_number(person, word) or fold(person.user_id) == word:
            return True
        return self._departments.holds(self._departments.words.get(word), person)

    @cached_property
    def _names(self) -> Lexicon[Person]:
        return Lexicon((word, person) for person in self._people for word in _words(person))


def _only(named: Named, people: Sequence[Person]) -> Named:
    return Named(named.end, tuple(people), () if people else named.people)


def _words(person: Person) -> Sequence[str]:
    """A name of several parts is also typed in one, or with a space between them; a letter alone is nobody's."""
    name = fold(person.name)
    words = [name, fold(person.alias)]
    if "·" in name or " " in name:
        words += [name.replace("·", " "), name.replace("·", "").replace(" ", "")]
    return [word for word in words if len(word) > 1]


def _has_number(person: Person, digits: str) -> bool:
    """Its tail will do, from three digits on; where he has none, the userid's (the last four) is what is shown."""
    if person.tail.casefold() == digits:
        return True
    return len(digits) >= 3 and person.staff_no is not None and person.staff_no.endswith(digits)
