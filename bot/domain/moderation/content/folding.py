"""A text as words are looked for in it: width, case, script, accents and letters that only look alike are gone, and so
is everything between the letters: blanks, marks, emoji, what can't be seen.

One table does it in one pass over what has to change. It fills itself as characters come along, up to a bound.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.domain.moderation.content.characters import TRADITIONAL_IN_TEXTS
from bot.domain.nicknames.lookalikes import LOOKALIKES, TRADITIONAL
from bot.patterns import regex

KEPT: Final = 70_000  # characters that the table remembers: all that people use, and no more than a few MB
_PAIRS: Final = TRADITIONAL + TRADITIONAL_IN_TEXTS
_ALIKE: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {
    char: group[0]
    for group in LOOKALIKES
    if group[0].isascii()
    for char in group[1:]
    if not char.isascii() and unicodedata.category(char)[0] == "L" and not "一" <= char <= "鿿"
}
_SENTENCE_ENDS: Final = frozenset("。！？!?；;，,、：:\n…")


class _Table(dict[int, str]):
    """Of one character, what is left of it: one or more characters, or nothing."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(self) < KEPT:
            self[code] = plain
        return plain


_TABLE: Final = _Table()


def _stays() -> str:
    """Ranges of characters that the table leaves as they are: small letters, figures, Han that no other stands for."""
    turned = sorted(ord(char) for char in _ALIKE if "一" <= char <= "鿿")
    between = pairwise((ord("一") - 1, *turned, ord("鿿") + 1))
    return "a-z0-9" + "".join(f"{chr(one + 1)}-{chr(other - 1)}" for one, other in between if other > one + 1)


_CHANGES: Final = regex(f"[^{_stays()}]")


def fold(text: str) -> str:
    """Only letters, figures and characters, in one form each. Most of a text needs nothing done, and is passed over."""
    return _CHANGES.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    return _TABLE[ord(found[0])]


def places(text: str) -> Sequence[int]:
    """For each character of `fold(text)`, the place in `text` that it comes from."""
    return [place for place, char in enumerate(text) for _ in _TABLE[ord(char)]]


def ends_sentence(char: str) -> bool:
    """Whether what stands on both sides of it was hardly meant as one word."""
    return char in _SENTENCE_ENDS


def _plain(char: str) -> str:
    whole = unicodedata.normalize("NFKC", char)
    parts = unicodedata.normalize("NFD", whole) if not "\uac00" <= char <= "\ud7a3" else whole
    return "".join(_ALIKE.get(each, each) for each in parts.casefold() if unicodedata.category(each)[0] in "LN")
