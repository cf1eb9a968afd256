"""Words looked for in a text in one walk over it, however many there are: by their first two characters, then whole.

A library's automaton scans faster, but nothing else runs while it is built (measured in decision 52).
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, Final

from bot.domain.moderation.content.folding import ends_sentence, fold, places
from bot.domain.moderation.content.spelling import Spelling
from bot.domain.moderation.content.stand_ins import disguises
from bot.domain.moderation.content.words import WordSet
from bot.patterns import regex

BREATH: Final = 16  # words between two moments at which others may run
MOST: Final = 20  # hits of one text: more say nothing new
_INNOCENT: Final = -1
_SPELT: Final = regex("[a-z0-9]{2}")
_SHORT: Final = 3  # Latin letters: between so few of them a blank is a blank


class How(StrEnum):
    PLAIN = "原样"
    APART = "夹了别的字符"
    DISGUISED = "换了字"
    SPELT = "拼音"


@dataclass(frozen=True, slots=True)
class Hit:
    """`start` and `end`: places in the text. `word` as the set has it, folded."""

    set: WordSet
    word: str
    start: int
    end: int
    how: How


class WordIndex:
    """Never changed once it is built, so that nobody is judged by half a list."""

    def __init__(self, sets: Sequence[WordSet], breathe: Callable[[], object] = lambda: None) -> None:
        """`breathe` is called now and then: whoever builds in a thread lets others run there."""
        self.sets = tuple(sets)
        self._words: dict[str, int] = {}  # a word, or a disguise of one: which set
        self._meant: dict[str, str] = {}  # a disguise: the word
        self._begun: dict[int, tuple[int, ...]] = {}  # two characters as a number: how long the words that begin so are
        self._pairs: set[int] = set()
        self._spelling = Spelling()
        self._fill(breathe)

    def __len__(self) -> int:
        return sum(len(each.words) for each in self.sets)

    def parts(self) -> Sequence[dict[Any, Any] | set[Any]]:
        """What takes long to let go of, for whoever does so bit by bit once nobody looks by it any more."""
        return self._words, self._meant, self._begun, self._pairs, self._spelling.words

    def find(self, text: str) -> Sequence[Hit]:
        """What a human should look at, in the order of the text; the longest of those that begin together."""
        folded = fold(text)
        found = [*self._written(text, folded), *self._spelt(text, folded)]
        return sorted(_each_once(found), key=lambda hit: hit.start)[:MOST] if found else ()

    def _written(self, text: str, folded: str) -> Sequence[Hit]:
        spans = [span for pair in self._pairs_in(folded) for span in self._spans(folded, pair)]
        if not spans:
            return ()
        from_ = places(text)
        innocent = [(start, end) for start, end, of in spans if of == _INNOCENT]
        return [
            hit
            for start, end, of in spans
            if of != _INNOCENT and not any(first <= start and end <= last for first, last in innocent)
            for hit in self._hit(text, folded[start:end], from_[start], from_[end - 1] + 1, self.sets[of])
        ]

    def _pairs_in(self, folded: str) -> Iterable[int]:
        """Pairs of characters that some word begins with. As numbers they are read out of the text's bytes all at once,
        those at even places and those at odd ones, which takes half the time of cutting strings."""
        units = folded.encode("utf-16-le", "surrogatepass")
        pairs = len(units) // 4 * 4
        if not pairs:
            return ()
        even, odd = memoryview(units)[:pairs], memoryview(units)[2 : 2 + (len(units) - 2) // 4 * 4]
        return self._pairs.intersection(even.cast("I").tolist()) | self._pairs.intersection(odd.cast("I").tolist())

    def _spans(self, folded: str, pair: int) -> Iterator[tuple[int, int, int]]:
        begins = pair.to_bytes(4, sys.byteorder).decode("utf-16-le", "surrogatepass")
        place = folded.find(begins)
        while place >= 0:
            for length in self._begun[pair]:
                word = folded[place : place + length]
                if len(word) == length and (of := self._words.get(word)) is not None:
                    yield place, place + length, of
            place = folded.find(begins, place + 1)

    def _hit(self, text: str, word: str, start: int, end: int, of: WordSet) -> Iterator[Hit]:
        if not _is_whole(text, word, start, end) or not _is_one_word(text[start:end], word):
            return
        how = How.PLAIN if end - start <= len(word) else How.APART
        meant = self._meant.get(word)
        yield Hit(of, meant or word, start, end, How.DISGUISED if meant else how)

    def _spelt(self, text: str, folded: str) -> Sequence[Hit]:
        if not _SPELT.search(folded):
            return ()
        found = ((self._words[word], word, start, end) for word, start, end in self._spelling.find(text))
        return [Hit(self.sets[of], word, start, end, How.SPELT) for of, word, start, end in found if of != _INNOCENT]

    def _fill(self, breathe: Callable[[], object]) -> None:
        """Plain words first, those of an earlier set before a later one's: what is listed is no disguise of another."""
        for done, (of, word) in enumerate(self._listed()):
            if done % BREATH == 0:
                breathe()
            if of == _INNOCENT:
                self._words[word] = of
            self._words.setdefault(word, of)
            self._begin(word)
        for done, (of, word) in enumerate(self._listed()):
            if done % BREATH == 0:
                breathe()
            if of != _INNOCENT and self.sets[of].disguised and self._words[word] == of:
                self._disguise(of, word)

    def _listed(self) -> Iterator[tuple[int, str]]:
        for number, each in enumerate(self.sets):
            yield from ((number, word) for word in each.words)
            yield from ((_INNOCENT, word) for word in each.but)

    def _disguise(self, of: int, word: str) -> None:
        self._spelling.add(word)
        for other in disguises(word):
            if other not in self._words:
                self._words[other] = of
                self._meant[other] = word
                self._begin(other)

    def _begin(self, word: str) -> None:
        pair = int.from_bytes(word[:2].encode("utf-16-le", "surrogatepass")[:4], sys.byteorder)
        self._pairs.add(pair)
        self._begun[pair] = _with(self._begun.get(pair, ()), len(word))


def _is_whole(text: str, word: str, start: int, end: int) -> bool:
    """Whether Latin letters at its ends are those of a word of their own: `sb` is none inside `usb`."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if word.isascii() and len(word) <= _SHORT and (after.isdigit() or after == "-"):
        return False  # SB-3 is a pump
    return not (_is_latin(word[0]) and _is_latin(before)) and not (_is_latin(word[-1]) and _is_latin(after))


def _is_one_word(written: str, word: str) -> bool:
    """What stands between its characters may be there to hide it; a comma, or the blank in `s b`, mostly isn't."""
    if len(written) <= len(word):
        return True
    between = [char for char in written if not fold(char)]
    if word.isascii() and len(word) <= _SHORT:
        return not any(char.isspace() or char == "-" or ends_sentence(char) for char in between)
    return not any(map(ends_sentence, between)) or (len(word) > 2 and _is_between_all(written))


def _is_between_all(written: str) -> bool:
    """六。合。彩"""
    kept = [bool(fold(char)) for char in written]
    return not any(one and other for one, other in pairwise(kept))


def _is_latin(char: str) -> bool:
    return bool(char) and fold(char).isascii() and fold(char).isalpha()


def _each_once(found: Iterable[Hit]) -> Iterator[Hit]:
    """The longest of what begins at one place."""
    longest: dict[int, Hit] = {}
    for hit in found:
        if hit.start not in longest or hit.end > longest[hit.start].end:
            longest[hit.start] = hit
    yield from longest.values()


@cache
def _with(lengths: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Shared by all that are equal: a hundred thousand words have a few dozen."""
    return tuple(sorted({*lengths, length}, reverse=True))
