"""People in what was typed: by name, department and name, staff number, alias, userid, pinyin, title, or a slip away.

WeCom tells no ids in a group's text: `@生产部-刘洋` is all that there is. What is registered is certain, even if
several people bear it; what is spelt, titled or misspelt is a guess. Who has left is not found.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from bot.domain.finding.bearers import Bearers
from bot.domain.finding.departments import DepartmentFinder
from bot.domain.finding.folding import fold
from bot.domain.finding.lexicon import Lexicon
from bot.domain.finding.places import ends, mention, starts, token
from bot.domain.finding.slips import Slips
from bot.domain.finding.spelt import LONGEST, Spelt
from bot.domain.finding.surnames import begins_like_a_name
from bot.domain.finding.titles import Titles
from bot.domain.people import Department, Person
from bot.patterns import regex

_HAN_NAME: Final = regex(r"[\u3400-\u9fff·]{2,12}")
_LATIN: Final = regex(r"[a-z]+(?:[ '][a-z]+)?")
_NUMBER: Final = regex(r"(?:(工号|尾号)[\s:：]?)?(\d{4,20})")
_CASE: Final = regex(r"[a-z]{2}-\d{8}-\d{3,}")  # its letters may be somebody's initials
_ADDED: Final = regex(r"\([^()]{1,40}\)|-[^\W\d]{1,20}")
_PARTICLES: Final = "了啦吗吧啊呢的哦嘛"  # 谢谢啦 begins like a name and ends like none
LONGEST_UNKNOWN: Final = 3  # characters of a word that is taken for a name nobody bears


@dataclass(frozen=True, slots=True)
class Spotted:
    """text[start:end] names one of `people`, or nobody here. `guessed`: it is nobody's registered name.

    `near` are those who may have been meant where it is nobody.
    """

    start: int
    end: int
    people: tuple[Person, ...] = ()
    guessed: bool = False
    near: tuple[Person, ...] = ()


class PeopleFinder:
    """Each index is built when it is first needed, and kept."""

    def __init__(self, people: Sequence[Person], departments: Sequence[Department], places: DepartmentFinder) -> None:
        self._people = tuple(person for person in people if person.active)
        self._bearers = Bearers(self._people, places)
        self._spelt = Spelt(self._bearers)
        self._titles = Titles(self._people, departments, places)

    def spot(self, text: str) -> Spotted | None:
        """Who is named: behind an @, else by the first registered name, else by what the text begins with."""
        folded = fold(text)
        start = mention(folded)
        if start is not None:
            return self._mentioned(folded, start)
        for start in starts(folded):
            if found := self._registered(folded, start):
                return found
        return self._guess(folded, 0)

    def unknown(self, text: str) -> Spotted | None:
        """A word at the text's beginning that looks like a name although nobody here bears it."""
        folded = fold(text)
        found = _HAN_NAME.match(folded)
        if found is None or found.end() != token(folded, 0) or found[0][-1] in _PARTICLES:
            return None
        is_one = found.end() <= LONGEST_UNKNOWN and begins_like_a_name(found[0])
        return self._stranger(folded, 0) if is_one else None

    def called(self, name: str) -> tuple[Person, ...]:
        """Everybody who bears exactly this name or alias."""
        return self._bearers.called(fold(name))

    def names_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names of people stand in it, even where it isn't sure that they are meant."""
        return self._bearers.everywhere(fold(text))

    def prepare(self) -> None:
        """Build every index that asks for much time, for whoever has it now."""
        self._by_sound("")
        len(self._userids)

    def _mentioned(self, text: str, start: int) -> Spotted:
        """Behind an @: with what display texts add to a name: @张三(班长), @张三-生产部."""
        found = self._registered(text, start) or self._guess(text, start) or self._stranger(text, start)
        more = _ADDED.match(text, found.end)
        return replace(found, end=more.end()) if more else found

    def _registered(self, text: str, start: int) -> Spotted | None:
        found = self._bearers.at(text, start)
        return Spotted(start, found.end, found.people, near=found.others) if found else None

    def _stranger(self, text: str, start: int) -> Spotted:
        end = token(text, start)
        return Spotted(start, end, near=self._spelt.nearly(text[start:end]))

    def _guess(self, text: str, start: int) -> Spotted | None:
        if _CASE.match(text, start):
            return None
        if number := _NUMBER.match(text, start):
            return self._by_number(text, start, number)
        titled = self._titles.at(text, start)
        if titled and titled[1] and ends(text, titled[0]):
            return Spotted(start, titled[0], titled[1], guessed=True)
        if latin := _LATIN.match(text, start):
            return self._by_letters(text, start, latin)
        return self._misspelt(text, start)

    def _by_letters(self, text: str, start: int, latin: re.Match[str]) -> Spotted | None:
        end = token(text, start)
        if person := self._userids.get(text[start:end]):
            return Spotted(start, end, (person,))
        for stop in dict.fromkeys((latin.end(), end)):
            letters = re.sub("[ ']", "", text[start:stop])
            people = self._by_sound(letters) if ends(text, stop) and len(letters) <= LONGEST else ()
            if people:
                return Spotted(start, stop, people, guessed=True)
        return None

    def _by_sound(self, letters: str) -> tuple[Person, ...]:
        return (
            self._parts.get(letters)
            or self._spelt.whole(letters)
            or self._spelt.short(letters)
            or self._slipped(letters)
        )

    def _by_number(self, text: str, start: int, number: re.Match[str]) -> Spotted | None:
        """A whole staff number, standing alone; its tail where it is called one, or behind an @, or all there is."""
        if not ends(text, number.end()) or token(text, number.start(2)) != number.end():
            return None
        if people := self._numbers.get(number[2]):
            return Spotted(start, number.end(), tuple(people))
        meant = number[1] or text[:start].rstrip().endswith("@") or text.strip() == number[0]
        people = self._tails.get(number[2]) if meant else None
        return Spotted(start, number.end(), tuple(people)) if people else None

    def _misspelt(self, text: str, start: int) -> Spotted | None:
        found = _HAN_NAME.match(text, start)
        if not found or found.end() != token(text, start):
            return None
        people = self._parts.get(found[0]) or self._near(found[0])
        return Spotted(start, found.end(), people, guessed=True) if people else None

    def _near(self, word: str) -> tuple[Person, ...]:
        """By sound or by a slip; a word that begins like no name is none."""
        if not begins_like_a_name(word):
            return ()
        return self._spelt.sounding(word) or self._slipped(word)

    def _slipped(self, word: str) -> tuple[Person, ...]:
        names = self._slips.near(word)
        return tuple({each.user_id: each for name in names for each in self._bearers.called(name)}.values())

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._bearers)

    @cached_property
    def _parts(self) -> Lexicon[Person]:
        """What people with a name of several parts are called for short: 阿卜杜拉, David."""
        return Lexicon((part, each) for each in self._people if (part := _first_part(each)))

    @cached_property
    def _userids(self) -> Mapping[str, Person]:
        return {fold(person.user_id): person for person in self._people}

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[Person]]:
        return _grouped(self._people, lambda person: person.staff_no)

    @cached_property
    def _tails(self) -> Mapping[str, Sequence[Person]]:
        return _grouped(self._people, lambda person: person.staff_no and person.tail)


def _first_part(person: Person) -> str:
    parts = re.split("[ ·]", fold(person.name))
    return parts[0] if len(parts) > 1 else ""


def _grouped(people: Sequence[Person], key: Callable[[Person], str | None]) -> Mapping[str, Sequence[Person]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        if word := key(person):
            found.setdefault(word, []).append(person)
    return found
