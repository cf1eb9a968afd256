"""Whose nickname a line of a pasted list of members is, however badly it is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.nicknames.folding import fold, squeeze
from bot.domain.nicknames.forms import without_title
from bot.domain.nicknames.register import Register
from bot.domain.people import Person
from bot.identifiers import UserId

LONGEST_NAME = 20  # characters of a name that is looked for inside of a text
MOST_LINES = 2000  # as many as a group has members
_NUMBERING = " \t.、)）0123456789"
_LIST_MARKS = "-*•@ \t"


@dataclass(frozen=True, slots=True)
class Matched:
    """`people`: whose it may be. One: it is his. None: nobody's that we know."""

    nickname: str
    people: tuple[Person, ...]

    @property
    def person(self) -> Person | None:
        return self.people[0] if len(self.people) == 1 else None


def lines_of(pasted: str) -> tuple[str, ...]:
    """One nickname a line, without the numbers and dashes that lists begin with; each once."""
    lines = (_without_number(line).strip() for line in pasted.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))[:MOST_LINES]


def _without_number(line: str) -> str:
    body = line.strip().lstrip(_LIST_MARKS)
    rest = body.lstrip("0123456789")
    return rest.lstrip(_NUMBERING) if rest[:1] in (".", "、", ")", "）") and rest != body else body


def match(nickname: str, register: Register, among: Callable[[UserId], bool]) -> Matched:
    """`among` tells who may be meant: a group's members."""
    folded = fold(nickname)
    for department, rest in register.departments.splits(folded):
        for key in dict.fromkeys((squeeze(rest), without_title(squeeze(rest)), _letters(rest))):
            users = register.bearers(key) or register.likenesses.alike(key) or register.aliased(key)
            found = _people(users, register, among)
            if found:
                return Matched(nickname, _of_that_department(found, department, register))
    return Matched(nickname, _named_inside(_letters(folded), register, among))


def _people(users: Iterable[UserId], register: Register, among: Callable[[UserId], bool]) -> tuple[Person, ...]:
    found = (register.person(user) for user in users if among(user))
    return tuple(person for person in found if person and person.active)


def _of_that_department(found: tuple[Person, ...], department: str | None, register: Register) -> tuple[Person, ...]:
    """Of several of one name, the one who works there."""
    there = tuple(person for person in found if register.department(person) == department)
    return there or found


def _letters(text: str) -> str:
    return "".join(char for char in squeeze(text) if char.isalpha())


def _named_inside(text: str, register: Register, among: Callable[[UserId], bool]) -> tuple[Person, ...]:
    """Somebody whose whole name stands in it, if it is only one: 最帅的张三."""
    found: dict[UserId, Person] = {}
    for start in range(min(len(text), 64)):
        for length in range(2, LONGEST_NAME + 1):
            for person in _people(register.bearers(text[start : start + length]), register, among):
                found[person.user_id] = person
    return tuple(found.values())
