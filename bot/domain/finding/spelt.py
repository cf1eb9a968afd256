"""People by how their names sound: pinyin in whole and by first letters, and characters that sound the same."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from bot.domain.finding.bearers import Bearers
from bot.domain.finding.folding import is_han
from bot.domain.finding.lexicon import Lexicon
from bot.domain.people import Person
from bot.domain.pinyin import initials, spellings

_BLURS: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))
LONGEST: Final = 40  # letters; nobody's name is longer


class Spelt:
    """The dictionary of readings is loaded, and the index built, with the first question."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers

    def whole(self, letters: str) -> tuple[Person, ...]:
        """`liuyang`, whichever characters are spelt so."""
        return self._people(name for name in self._blurred.get(_blur(letters)) if letters in spellings(name))

    def short(self, letters: str) -> tuple[Person, ...]:
        """`ly`."""
        return self._people(self._initials.get(letters))

    def sounding(self, name: str) -> tuple[Person, ...]:
        """刘阳 for 刘洋; folded."""
        spelt = set(spellings(name))
        return self._people(each for each in self._alike(name) if not spelt.isdisjoint(spellings(each)))

    def nearly(self, name: str) -> tuple[Person, ...]:
        """张山 for 张三: what sounds the same in the south."""
        return self._people(self._alike(name))

    def _alike(self, name: str) -> Iterable[str]:
        if len(name) > LONGEST or not is_han(name[:1]):
            return ()
        found = dict.fromkeys(each for spelt in spellings(name) for each in self._blurred.get(_blur(spelt)))
        return [each for each in found if each != name]

    def _people(self, names: Iterable[str]) -> tuple[Person, ...]:
        found = {person.user_id: person for name in names for person in self._bearers.called(name)}
        return tuple(found.values())

    @cached_property
    def _blurred(self) -> Lexicon[str]:
        return Lexicon((_blur(spelt), name) for name in self._bearers if is_han(name[0]) for spelt in spellings(name))

    @cached_property
    def _initials(self) -> Lexicon[str]:
        return Lexicon((letters, name) for name in self._bearers if is_han(name[0]) for letters in initials(name))


def _blur(letters: str) -> str:
    """Spellings that are easily confused become one."""
    for often, instead in _BLURS:
        letters = letters.replace(often, instead)
    return letters
