"""A second ear beside the rules: how much a line sounds like those that people cried with, by its pieces. Pure.

The pieces are one to three characters in a row, and one to three word classes in a row (`frames.tagging`: somebody, a
limb, what hits), hashed into buckets with a weight for each; the classes count less, as there are fewer of them and
they say less. The weights were learnt from the lines in
`bench/hearing/corpus` (`python -m bench.hearing train`) and never change while the bot runs; they have to be learnt
anew when the folding of a line or the word classes change. What the ear hears decides nothing alone:
`bot.understanding.emergency.together`.
"""

import functools
import math
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.frames.tagging import OTHER, tag

WORDS, CLASSES = 1 << 16, 1 << 13
BUCKETS: Final = WORDS + CLASSES
SHARE: Final = 0.5  # of the classes; of the words 1
FEW: Final = 40  # pieces: of a line with fewer each counts as if it had so many, and it is no louder than it is long
LONGEST: Final = 400  # characters; what follows is not heard
WEIGHTS: Final = "ear.bin"
SCALE: Final = 16  # a weight of 1.0 as it is kept
_MARKS: Final = regex(r"[^\w?!\U0001f000-\U0001faff]+")
_DIGITS: Final = regex("[0-9]+")
_IDLE: Final = regex(f"{OTHER}{{2,}}")
_EDGE: Final = "|"


Pieces = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Sound:
    """How likely it is each of them, 0 to 1; the rest is chatter."""

    cry: float
    hazard: float

    @property
    def chatter(self) -> float:
        return 1 - self.cry - self.hazard


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each bucket, for and against; chatter is what the others are measured by. `corpus`: the fingerprint of the
    lines they were learnt from."""

    cry: Sequence[int]
    hazard: Sequence[int]
    bias: tuple[float, float]
    corpus: str


def pieces(line: str) -> Pieces:
    """The buckets of what a line is made of, each once: of its words, then of their classes."""
    folded = fold(line[:LONGEST])
    words = _rows(_EDGE + _DIGITS.sub("0", _MARKS.sub(_EDGE, folded)) + _EDGE)
    classes = _rows(_EDGE + _IDLE.sub(OTHER, tag(folded)) + _EDGE)
    return (
        sorted({zlib.crc32(each.encode()) % WORDS for each in words}),
        sorted({WORDS + zlib.crc32(each.encode()) % CLASSES for each in classes}),
    )


def shares(found: Pieces) -> tuple[float, float]:
    """What one word and one class count: a long line is no louder than a short one."""
    words, classes = found
    return 1 / math.sqrt(max(FEW, len(words))), SHARE / math.sqrt(max(FEW, len(classes)))


def _rows(text: str) -> set[str]:
    """One, two and three signs that stand in a row."""
    pairs = [*map(str.__add__, text, text[1:])]
    return {*text, *pairs, *map(str.__add__, pairs, text[2:])}


def sound_of(found: Pieces, weights: Weights) -> Sound:
    cry, hazard = (
        math.exp(_bounded(bias + _sum(found, each) / SCALE))
        for bias, each in zip(weights.bias, (weights.cry, weights.hazard), strict=True)
    )
    whole = 1 + cry + hazard
    return Sound(cry / whole, hazard / whole)


def _sum(found: Pieces, weights: Sequence[int]) -> float:
    by_word, by_class = shares(found)
    words, classes = found
    return by_word * sum(map(weights.__getitem__, words)) + by_class * sum(map(weights.__getitem__, classes))


@functools.lru_cache(maxsize=16)  # of one message on its way it is asked several times
def listen(line: str) -> Sound:
    return sound_of(pieces(line), learnt())


def packed(weights: Weights) -> bytes:
    """A line of numbers and the fingerprint, then a byte for each bucket and class, compressed."""
    head = f"{weights.bias[0]!r} {weights.bias[1]!r} {weights.corpus}\n".encode()
    return head + zlib.compress(bytes(array("b", [*weights.cry, *weights.hazard])), 9)


def unpacked(data: bytes) -> Weights:
    head, _, body = data.partition(b"\n")
    cry, hazard, corpus = head.decode().split()
    both = array("b", zlib.decompress(body))
    return Weights(both[:BUCKETS], both[BUCKETS:], (float(cry), float(hazard)), corpus)


def _bounded(value: float) -> float:
    return max(-30.0, min(30.0, value))


@functools.cache
def learnt() -> Weights:
    """What goes along with the program."""
    return unpacked(resources.files(__package__).joinpath(WEIGHTS).read_bytes())
