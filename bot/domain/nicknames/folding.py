"""Names made comparable, in three steps, each coarser than the one before.

`fold`: width, case, spaces, kinds of dash and interpunct. `squeeze`: traditional characters, and everything that only
separates. `skeleton`: what the eye takes for the same, such as Latin and Cyrillic а, 己 and 已, 弓长 and 张.
"""

import unicodedata
from typing import Final

from bot.domain.nicknames.lookalikes import LOOKALIKES, SPLIT, TRADITIONAL

INTERPUNCTS: Final = "·•‧・．.﹒∙⋅●･"
DASHES: Final = "-－–—―‐‑‒−﹣﹘_＿"
MARKS: Final = "/／\\＼|｜:：~～,，、+＋"
BRACKETS: Final = "()（）[]［］【】〔〕<>《》〈〉「」『』“”\"'‘’＇＂{}｛｝"
BETWEEN: Final = f" \u3000{INTERPUNCTS}{DASHES}{MARKS}{BRACKETS}"  # all that may stand between a department and a name
SEPARATORS: Final = " -·/\\|:~,、+"  # what `fold` makes of those, but for brackets

_SIGNS: Final = str.maketrans(
    dict.fromkeys(INTERPUNCTS, "·")
    | dict.fromkeys(DASHES, "-")
    | {"，": ",", "：": ":", "～": "~", "＋": "+", "｜": "|", "／": "/", "＼": "\\"}
)
_DROPPED: Final = dict.fromkeys(SEPARATORS + BRACKETS, "")
_SIMPLE: Final = str.maketrans(dict(zip(TRADITIONAL[::2], TRADITIONAL[1::2], strict=True)))
_SQUEEZED: Final = _SIMPLE | str.maketrans(_DROPPED)
_ALIKE: Final = str.maketrans({char: group[0] for group in LOOKALIKES for char in group[1:]})
_FIRST_PARTS: Final = frozenset(parts[0] for parts in SPLIT)


def fold(text: str) -> str:
    """What people mean when they say that two names are written alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().translate(_SIGNS).split())


def simple(folded: str) -> str:
    """With simple characters for traditional ones, place by place."""
    return folded.translate(_SIMPLE)


def squeeze(folded: str) -> str:
    """Only letters, digits and characters, in their simple form."""
    return folded.translate(_SQUEEZED)


def without_accents(squeezed: str) -> str:
    parts = unicodedata.normalize("NFD", squeezed)
    return "".join(char for char in parts if not unicodedata.combining(char))


def skeleton(squeezed: str) -> str:
    return joined(squeezed).translate(_ALIKE)


def joined(squeezed: str) -> str:
    """Characters that were written in parts, put together: 弓长三 is 张三."""
    if _FIRST_PARTS.isdisjoint(squeezed):
        return squeezed
    out: list[str] = []
    for char in squeezed:
        whole = SPLIT.get(out[-1] + char) if out else None
        if whole:
            out[-1] = whole
        else:
            out.append(char)
    return "".join(out)
