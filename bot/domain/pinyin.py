"""How Chinese words are spelt in Latin letters, without tones: 刘洋 is `liuyang`, and `ly` for short.

Every reading of a character counts, because names keep rare ones: 单 is `shan` as a surname and `dan` elsewhere.
"""

import functools
from array import array
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path
from typing import Final
from unicodedata import normalize

from bot.errors import Defect
from bot.patterns import regex

CHARACTERS: Final = 0x33480  # up to the last plane of Chinese characters
MOST: Final = 16  # spellings of one word; 曾乐 has four, and nobody types the hundredth of a long one
_LINE: Final = regex(rb'"(?P<code>\d+)"\s*:\s*"(?P<readings>[^"]+)"')
_TONES: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """Of one character, the commonest first; `ü` as `v`, and as passports and slips write it. Empty: it has none."""
    return tuple(dict.fromkeys(spelt for each in _read(char) for spelt in _of_umlaut(each)))


def spellings(word: str) -> tuple[str, ...]:
    """Every way to spell `word` in whole: Latin letters and digits stay, what can't be spelt is left out."""
    return _joined(map(_syllables, word))


def initials(word: str) -> tuple[str, ...]:
    """Every row of first letters."""
    return _joined(tuple(dict.fromkeys(each[0] for each in _syllables(char))) for char in word)


def _syllables(char: str) -> tuple[str, ...]:
    return (char.lower(),) if char.isascii() and char.isalnum() else readings(char)


def _joined(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    combined = islice(product(*filter(None, parts)), MOST)
    return tuple(spelt for each in dict.fromkeys(combined) if (spelt := "".join(each)))


def _of_umlaut(spelt: str) -> tuple[str, ...]:
    return (spelt, spelt.replace("v", "u"), spelt.replace("v", "yu")) if "v" in spelt else (spelt,)


@functools.cache
def _dictionary() -> tuple["array[int]", Sequence[str]]:
    """A number for each character, and what has it: the readings with their tones, of which there are a few thousand.

    Only the table of pypinyin is read: its program would keep 12 MB and take a tenth of a second for the same answers.
    Loaded with the first question: half of the bot's readers never spell anything.
    """
    found = find_spec("pypinyin")
    if found is None or found.origin is None:
        raise Defect("pypinyin is not installed")
    numbers: dict[bytes, int] = {b"": 0}
    which = array("H", bytes(2 * CHARACTERS))
    for line in _LINE.finditer(Path(found.origin).with_name("pinyin_dict.json").read_bytes()):
        which[int(line["code"])] = numbers.setdefault(line["readings"], len(numbers))
    return which, [each.decode() for each in numbers]


def _read(char: str) -> Sequence[str]:
    which, written = _dictionary()
    code = ord(char)
    if code >= CHARACTERS or not which[code]:
        return ()
    plain = normalize("NFC", normalize("NFD", written[which[code]]).translate(_TONES))
    return plain.replace("ü", "v").split(",")
