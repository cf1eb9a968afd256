"""What looks the same made the same, for patterns and names to be compared in: full-width letters, digits and marks as
their narrow twins, letters dressed up for effect (𝗾𝗷), and Han characters that Unicode has twice (⼈ and 人).

By NFKC, but only where a character stays one character, and not for marks that mean something by their look (①, ™).
"""

import re
import unicodedata
from typing import Final

from bot.patterns import regex

_DRESSED: Final = (  # first and last of each range
    (0x2E80, 0x2FDF),  # radicals
    (0xF900, 0xFAFF),  # Han characters for compatibility
    (0xFF01, 0xFF5E),  # full-width ASCII
    (0xFFE0, 0xFFE6),  # full-width signs: ￥
    (0x1D400, 0x1D7FF),  # mathematical letters and digits
)
_NARROW: Final = {0x3000: " "} | {
    code: plain
    for first, last in _DRESSED
    for code in range(first, last + 1)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}

_RUN: Final = regex("[\u3000" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _DRESSED) + "]+")


def narrow(text: str) -> str:
    """As long as `text`, so that a place in one is the same place in the other; everything else stays as it is."""
    return _RUN.sub(_narrowed, text)  # what needs nothing done is passed over: a table looks at each character


def _narrowed(run: re.Match[str]) -> str:
    return run[0].translate(_NARROW)
