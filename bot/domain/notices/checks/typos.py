"""Slips of the pen: wrong characters that are common, by `typos.toml`; something written twice (D17§2.1: 准确)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.notices.checks.finding import Finding
from bot.patterns import regex

AROUND: Final = 12  # characters
MOST: Final = 5  # that are said of one text
_PACKAGE: Final = "bot.domain.notices"
_MARKS: Final = regex(r"([，、；：。])\1(?!\1)|([，、；：])\2{2,}")
_TWICE: Final = regex(r"([\u4e00-\u9fff]{3,8})\1")
_LITTLE: Final = regex("(?<!目)的的(?!确|士)|(?<![不小为除])了了(?!解|之|却|结|断|然)|(?<!还)是是(?!否|非)")


@dataclass(frozen=True, slots=True)
class Typo:
    """`find` in a text, `near` one of those words (None: anywhere), is meant to be `right`."""

    find: re.Pattern[str]
    right: str
    near: re.Pattern[str] | None = None

    def in_text(self, text: str) -> str | None:
        for found in self.find.finditer(text):
            around = text[max(found.start() - AROUND, 0) : found.end() + AROUND]
            if self.near is None or self.near.search(around):
                return found[0]
        return None


def typos(text: str) -> Iterator[Finding]:
    """Each slip once, the first few."""
    slips = [(typo, found) for typo in _known() if (found := typo.in_text(text))]
    for typo, found in slips[:MOST]:
        yield Finding(f"「{found}」是不是「{typo.right}」？")
    if twice := _MARKS.search(text) or _TWICE.search(text) or _LITTLE.search(text):
        yield Finding(f"「{twice[0]}」好像写了两遍，请看一眼。")


@cache
def _known() -> Sequence[Typo]:
    raw = tomllib.loads(files(_PACKAGE).joinpath("typos.toml").read_text(encoding="utf-8"))
    words = [Typo(re.compile(re.escape(wrong)), right) for wrong, right in raw["words"].items()]
    patterns = [
        Typo(re.compile(each["find"]), each["right"], re.compile(each["near"]) if "near" in each else None)
        for each in raw["patterns"]
    ]
    return [*words, *patterns]
