"""Places as people write them, compared: whether two speak of one, or one of a part of the other."""

import re
import unicodedata
from typing import Final

from bot.patterns import regex

_DIGITS: Final = str.maketrans("一二三四五六七八九两", "1234567892")
_COUNTS: Final = regex("[0-9a-z十百零〇]")
_CUT_BEFORE: Final = f"(?<!{_COUNTS.pattern})"
_CUT_AFTER: Final = f"(?!{_COUNTS.pattern})"


def place_key(place: str) -> str:
    """A place as it is compared: 三号车间, 3车间 and 3号车间 are one."""
    folded = unicodedata.normalize("NFKC", place).casefold().translate(_DIGITS)
    return "".join(char for char in folded if char not in "号#的里 ")


def holds(whole: str, part: str) -> bool:
    """Whether the key `part` is in the key `whole` and cuts no number or letters in two: 11号车间 is not 1号车间."""
    before, after = (_CUT_BEFORE if _COUNTS.match(part) else ""), (_CUT_AFTER if _COUNTS.match(part[-1:]) else "")
    return re.search(f"{before}{re.escape(part)}{after}", whole) is not None
