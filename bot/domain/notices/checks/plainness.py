"""How hard a text is to read (D17§2.1: 简洁明白). Mere advice: it is said where its author looks anyway, and holds up
nothing that is otherwise plain."""

import re
from collections.abc import Iterator
from typing import Final

from bot.patterns import regex

LONGEST: Final = 60  # characters of a sentence
BRIEF: Final = 30  # of a text that needs no full stop
_SENTENCE: Final = regex(r"[^。！？!?；;\n]+")
_LINK: Final = regex(r"https?://\S+")
_HALF: Final = regex(r"[\u4e00-\u9fff]([,;:!?])(?!\d|//)|([,;:!?])[\u4e00-\u9fff]")
_WIDE: Final = str.maketrans(",;:!?", "，；：！？")
_ENDS: Final = regex(r"[。！？!?…）)】」』~～.；;：:]\s*$")


def hard_to_read(text: str) -> Iterator[str]:
    """`text`: without its title."""
    plain = _LINK.sub("", text)
    longest = max((len(each.strip()) for each in _SENTENCE.findall(plain)), default=0)
    if longest > LONGEST:
        yield f"有一句 {longest} 个字，断成两三句更好读。"
    if found := _HALF.search(plain):
        mark = found[1] or found[2]
        yield f"中文里用了半角的「{mark}」，换成「{mark.translate(_WIDE)}」更清楚。"
    if len(plain) > BRIEF and re.search("[。，]", plain) and not _ENDS.search(plain):
        yield "最后一句没有句号，看看是不是没写完。"
