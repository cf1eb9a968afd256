"""Departments by name, by the other names people use, and, where two share a name, by their path: 生产部/一车间."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from bot.domain.finding.folding import fold
from bot.domain.finding.lexicon import Lexicon
from bot.domain.finding.places import cuts_latin, starts
from bot.domain.finding.slips import Slips
from bot.domain.people import Department, Person
from bot.domain.pinyin import initials, spellings
from bot.patterns import regex

_WORD: Final = regex(r"(?<!\w)\w{1,12}?(?:部门|部|处|科室|科|室|办公室|办|中心|车间|班组)(?!\w)")
LIKENESS: Final = 0.5  # of two names, from 0 to 1


@dataclass(frozen=True, slots=True)
class DepartmentSpotted:
    """text[start:end] means one of `departments`; `guessed` where it is not a registered name."""

    start: int
    end: int
    departments: tuple[Department, ...]
    guessed: bool = False


class DepartmentFinder:
    """`aliases` maps a department's name to its other names. The company itself is no department."""

    def __init__(self, departments: Sequence[Department], aliases: Mapping[str, tuple[str, ...]]) -> None:
        self._all = {each.id: each for each in departments}
        self._aliases = aliases

    @cached_property
    def words(self) -> Lexicon[Department]:
        return Lexicon((fold(word), each) for each in self._all.values() for word in self._words_for(each))

    def spot(self, text: str) -> DepartmentSpotted | None:
        """The first department that is named, by its longest name; where none is, the whole text as pinyin or slip."""
        folded = fold(text)
        for start in starts(folded):
            for end, found in self.words.at(folded, start):
                if not cuts_latin(folded, end):
                    return DepartmentSpotted(start, end + folded.startswith("部门", end - 1), found)
        found = self._spelt.get(folded.strip()) or self.near(text)
        return DepartmentSpotted(0, len(text), found, guessed=True) if found else None

    def unknown(self, text: str) -> DepartmentSpotted | None:
        """A word that ends like a department's name, whether or not there is one."""
        found = _WORD.search(fold(text))
        return DepartmentSpotted(found.start(), found.end(), ()) if found else None

    def near(self, word: str) -> tuple[Department, ...]:
        """Departments whose names are a slip away."""
        names = self._slips.near(fold(word.strip()))
        return tuple(dict.fromkeys(each for name in names for each in self.words.get(name)))

    def nearest(self, word: str) -> Department | None:
        """The one that looks most like it, if any does."""
        names = get_close_matches(fold(word), self.words, n=1, cutoff=LIKENESS)
        return self.words.get(names[0])[0] if names else None

    def path(self, department: Department) -> str:
        """Its name with those above it, the company left out: 生产部/一车间."""
        return "/".join(reversed([each.name for each in self._upwards(department)]))

    def below(self, department: Department) -> frozenset[int]:
        """Its number and those of all departments below it."""
        found: set[int] = set()
        waiting = [department.id]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._children.get(number, ())
        return frozenset(found)

    def holds(self, departments: Sequence[Department], person: Person) -> bool:
        """Whether he belongs to one of them, or to one below."""
        wanted = {each.id for each in departments}
        return any(
            above.id in wanted
            for number in (person.main_department, *person.departments)
            if number in self._all
            for above in self._upwards(self._all[number])
        )

    def _upwards(self, department: Department) -> Iterator[Department]:
        """Itself and what lies above, up to the company; what lies in a circle is walked once."""
        each: Department | None = department
        seen: set[int] = set()
        while each is not None and each.parent is not None and each.id not in seen:
            seen.add(each.id)
            yield each
            each = self._all.get(each.parent)

    def _words_for(self, department: Department) -> Iterator[str]:
        if department.parent is None:
            return
        yield department.name
        yield from self._aliases.get(department.name, ())
        yield self.path(department)

    @cached_property
    def _children(self) -> Mapping[int, Sequence[int]]:
        children: dict[int, list[int]] = {}
        for each in self._all.values():
            if each.parent is not None:
                children.setdefault(each.parent, []).append(each.id)
        return children

    @cached_property
    def _spelt(self) -> Lexicon[Department]:
        return Lexicon(
            (spelt, each)
            for word in self.words
            for each in self.words.get(word)
            for spelt in (*spellings(word), *initials(word))
        )

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self.words)
