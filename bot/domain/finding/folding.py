"""Text as names are compared: width, case, and the kinds of interpunct, hyphen and space don't matter.

A folded text is as long as the text, so that a place in one is the same place in the other.
"""

import unicodedata
from typing import Final

_SAME: Final = {
    **dict.fromkeys("·•‧・．.﹒∙⋅●", "·"),
    **dict.fromkeys("-－–—‐‑_＿", "-"),
    **dict.fromkeys("(（﹙[［【〔", "("),
    **dict.fromkeys(")）﹚]］】〕", ")"),
}


class _Folding(dict[int, str]):
    """A table for `str.translate` that learns each character the first time it sees it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char).casefold()
        one = folded if len(folded) == 1 else char
        self[code] = " " if one.isspace() else _SAME.get(char, _SAME.get(one, one))
        return self[code]


_FOLDING: Final = _Folding()


def fold(text: str) -> str:
    return text.translate(_FOLDING)


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"
