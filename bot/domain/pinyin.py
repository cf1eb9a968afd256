"""How Chinese words are spelt in Latin letters, without tones: 刘洋 is `liuyang`, and `ly` for short.

Every reading of a character counts, because names keep rare ones: 单 is `shan` as a surname and `dan` elsewhere.
"""

import functools
import os
from collections.abc import Callable, Iterable
from itertools import islice, product
from typing import Final

MOST: Final = 16  # spellings of one word; 曾乐 has four, and nobody types the hundredth of a long one


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """Of one character, the commonest first; `ü` as `v`, and as passports and slips write it. Empty: it has none."""
    return tuple(dict.fromkeys(spelt for each in _library()(char) for spelt in _of_umlaut(each)))


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
def _library() -> Callable[[str], list[str]]:
    """Loaded with the first question: half of the bot's readers never spell anything. Its dictionary of phrases is left
    out, as its manual describes: it takes 45 MB and knows no names."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    def read(char: str) -> list[str]:
        found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
        return found[0] if found else []

    return read
