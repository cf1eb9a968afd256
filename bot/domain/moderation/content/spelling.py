"""Words that are written in pinyin, all of them or a part, with figures for letters: `dubo`, `du博`, `sh4 bi`.

Whole syllables and words in a row, so that `dubois` hides nothing; characters beside the letters are the word's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.domain.moderation.content.stand_ins import may_stand_for, stand_ins
from bot.domain.pinyin import readings
from bot.domain.width import narrow
from bot.patterns import regex

SHORTEST, LONGEST = 4, 24  # letters of a spelt word
_AROUND: Final = 8  # places beside letters that may belong to them
_UNITS_AT_MOST: Final = 10
_LONGEST_SOUND: Final = 6  # zhuang
_REMEMBERED: Final = 20_000
_RUN: Final = regex(r"(?:[A-Za-z0-9][ ._*·-]{1,3}){3,}[A-Za-z0-9](?![A-Za-z0-9])|[A-Za-z0-9@$!]{2,}")
_UNIT: Final = regex(r"[A-Za-z0-9@$!]+|[一-鿿]|[。！？；，、,;\n]")
_FIGURES: Final = str.maketrans("0134578@$!", "oieasttasi")


@dataclass(slots=True)
class Spelling:
    words: dict[str, str] = field(default_factory=dict)
    _syllables: dict[str, str] = field(default_factory=dict)  # of characters that some word has
    _sounds: set[str] = field(default_factory=set)
    _seen: dict[str, bool] = field(default_factory=dict)  # runs of letters: whether they can be spelt words

    def add(self, word: str) -> None:
        """By the commonest reading of each character; what has none, or is too short, isn't looked for."""
        for char in word:
            if char not in self._syllables:
                sound = char if char.isascii() else next(iter(readings(char)), "")
                self._syllables[char] = sound
                self._sounds.add(sound)
                for other in filter(_is_one, stand_ins().get(char, ())):
                    self._syllables.setdefault(other, sound)
        spelt = [self._syllables[char] for char in word]
        whole = "".join(spelt)
        if all(spelt) and SHORTEST <= len(whole) <= LONGEST:
            self.words.setdefault(whole, word)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Words, and where they stand in the text."""
        plain = narrow(text)
        for first, last in self._regions(plain):
            yield from self._within(plain, first, last)

    def _regions(self, text: str) -> Iterator[tuple[int, int]]:
        """Where letters are that could spell something, with what stands around; those that touch are one."""
        open_: tuple[int, int] | None = None
        for run in _RUN.finditer(text):
            if not self._may_spell(run[0]):
                continue
            first, last = _widened(text, run.start(), run.end())
            if open_ and first <= open_[1]:
                open_ = (open_[0], last)
                continue
            if open_:
                yield open_
            open_ = (first, last)
        if open_:
            yield open_

    def _may_spell(self, run: str) -> bool:
        """Letters that stand apart, as in `s h a b i`, are looked at as they are."""
        if (known := self._seen.get(run)) is not None:
            return known
        may = not run[1].isalnum() or self._is_syllables(_lower(run))
        if len(self._seen) < _REMEMBERED:
            self._seen[run] = may
        return may

    def _is_syllables(self, run: str) -> bool:
        if len(run) > LONGEST:
            return False
        ends = {0}
        for end in range(1, len(run) + 1):
            if any(run[begin:end] in self._sounds for begin in ends if end - begin <= _LONGEST_SOUND):
                ends.add(end)
        return len(run) in ends

    def _within(self, text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
        units = [
            (unit[0], self._sound(unit[0]), unit.start(), unit.end()) for unit in _UNIT.finditer(text, first, last)
        ]
        for begin, (_, _, start, _) in enumerate(units):
            spelt, letters = "", 0
            for written, sound, _, end in units[begin : begin + _UNITS_AT_MOST]:
                spelt += sound
                if not sound or len(spelt) > LONGEST:
                    break
                letters += len(written) if written.isascii() else 0
                if letters > 1 and (word := self.words.get(spelt)) and _is_of(text[start:end], word):
                    yield word, start, end

    def _sound(self, written: str) -> str:
        """Empty: no word has it, or it ends a sentence."""
        return _lower(written) if written.isascii() else self._syllables.get(written, "")


def _is_one(written: str) -> bool:
    return len(written) == 1


def _lower(run: str) -> str:
    lower = run.lower()
    return lower if lower.isalpha() else lower.translate(_FIGURES)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while first > 0 and text[first - 1].isascii() and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isascii() and text[last].isalnum():
        last += 1
    return first, last


def _is_of(written: str, word: str) -> bool:
    """Whether the characters in it are the word's own, in its order."""
    rest = iter(word)
    return all(any(may_stand_for(char, own) for own in rest) for char in written if "一" <= char <= "鿿")
