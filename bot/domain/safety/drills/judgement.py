"""How a drill went, as whoever led it writes it: 好的：3分钟撤完；问题：没人点名；东门打不开."""

from typing import Final

from bot.patterns import regex

_GAPS: Final = regex(r"[，,。；;\s]*(?:问题|不足|不好的|差的|改进)(?:是|有)?[:：]\s*")
_GOOD: Final = regex(r"^[\s，,]*(?:好的|做得好(?:的)?|优点)(?:是|有)?[:：]?\s*")
_NO_GAPS: Final = regex(r"[，,。；;\s]*(?:没有?|无)(?:什么)?(?:问题|不足)[。！!]?|^(?:没有?|无)[。！!]?$")
_BETWEEN: Final = regex(r"[；;。\n]+|(?:^|(?<=\s))\d{1,2}[.、]")


def read_judgement(words: str) -> tuple[str, tuple[str, ...]]:
    """(what was good, the gaps). Without 问题： all of it is good."""
    good, *rest = _GAPS.split(words, maxsplit=1)
    without = _NO_GAPS.sub("", rest[0]) if rest else ""
    gaps = tuple(each.strip(" ，,、") for each in _BETWEEN.split(without))
    return _NO_GAPS.sub("", _GOOD.sub("", good)).strip(" ，,；;。"), tuple(filter(None, gaps))
