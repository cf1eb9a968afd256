"""Sets of words, as `words.toml` beside this file lists them and as a company's own files do."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any, Final

from bot.domain.moderation.categories import categories
from bot.domain.moderation.content.folding import fold
from bot.patterns import regex

SHORTEST: Final = 2  # characters of a word, when it is folded: one alone stands in everything
LONGEST: Final = 40
_FILE: Final = "words.toml"
_WRITTEN: Final = regex(r"\S+")
_KEYS: Final = ("category", "name", "words", "but", "disguised")


@dataclass(frozen=True, slots=True)
class WordSet:
    """`but`: longer words in which one of `words` means something else. `disguised`: also looked for in disguise."""

    category: str
    name: str
    words: Sequence[str]
    but: Sequence[str] = ()
    disguised: bool = False


class UnreadableWords(ValueError):
    """Its text is finished Chinese, without the name of the file."""


@cache
def shipped() -> tuple[WordSet, ...]:
    return read_toml(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))


def read_toml(text: str) -> tuple[WordSet, ...]:
    """Sets as `words.toml` has them. Raises UnreadableWords."""
    try:
        raw = tomllib.loads(text).get("sets")
    except tomllib.TOMLDecodeError as error:
        raise UnreadableWords(f"不是能读的 TOML：{error}。") from None
    if not isinstance(raw, list) or not raw:
        raise UnreadableWords("里面没有词。每一组用 [[sets]] 开头，写 category 和 words。")
    return tuple(_set(each, number) for number, each in enumerate(raw, 1))


def read_lines(text: str) -> tuple[WordSet, ...]:
    """A word a line; `# C02 客户名单` begins a set, `-` before a word says in what it means something else.

    Raises UnreadableWords.
    """
    found: list[tuple[str, str, list[str], list[str]]] = []
    for number, line in enumerate(map(str.strip, StringIO(text)), 1):
        if line.startswith("#"):
            code, _, name = line.lstrip("# ").partition(" ")
            found.append((_charged(code, f"第 {number} 行"), name.strip(), [], []))
        elif line and not found:
            raise UnreadableWords(f"第 {number} 行前面没有写是哪一类。先写一行，例如「# C02 客户名单」。")
        elif line:
            _, _, words, but = found[-1]
            (but if line.startswith("-") else words).append(_word(line.lstrip("-"), f"第 {number} 行"))
    if not any(words for _, _, words, _ in found):
        raise UnreadableWords("里面没有词。先写一行，例如「# C02 客户名单」，下面一行一个词。")
    return tuple(WordSet(code, name or _named(code), tuple(words), tuple(but)) for code, name, words, but in found)


def counted(sets: Sequence[WordSet]) -> int:
    return sum(len(each.words) for each in sets)


def _set(raw: Mapping[str, Any], number: int) -> WordSet:
    at = f"第 {number} 组"
    if unknown := [key for key in raw if key not in _KEYS]:
        raise UnreadableWords(f"{at}不认识 {unknown[0]}，可以写 {'、'.join(_KEYS)}。")
    code = _charged(str(raw.get("category", "")), at)
    words = tuple(_each_word(raw.get("words", ""), at))
    if not words:
        raise UnreadableWords(f"{at}没有写 words。")
    name = str(raw.get("name", "")) or _named(code)
    return WordSet(code, name, words, tuple(_each_word(raw.get("but", ""), at)), bool(raw.get("disguised", False)))


def _each_word(raw: object, at: str) -> Iterator[str]:
    """Of a text with blanks between them, or a list, whose words may have blanks in them.

    One by one, as lines are above: to cut up a hundred thousand at once holds all else for ten milliseconds.
    """
    if not isinstance(raw, str | list):
        raise UnreadableWords(f'{at}的词要写成 "甲 乙" 或 ["甲", "乙"]。')
    listed = (found[0] for found in _WRITTEN.finditer(raw)) if isinstance(raw, str) else raw
    return (_word(str(each), at) for each in listed)


def _word(written: str, at: str) -> str:
    folded = fold(written)
    if not SHORTEST <= len(folded) <= LONGEST:
        raise UnreadableWords(f"{at}的「{written.strip()}」不能用：一个词要有 {SHORTEST} 到 {LONGEST} 个字，标点不算。")
    return folded


def _charged(code: str, at: str) -> str:
    known = [each.code for each in categories().values() if each.raised]
    if code not in known:
        raise UnreadableWords(f"{at}写了「{code}」，可以写 {'、'.join(known)}。")
    return code


def _named(code: str) -> str:
    return categories()[code].name
