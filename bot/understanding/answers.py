"""What an answer to a question means: which of the options, or that nothing shall happen."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from bot.domain.dialogues import Option
from bot.domain.width import narrow
from bot.patterns import regex
from bot.understanding.chatter import without_chatter
from bot.when.written.numerals import number

_DROPPED: Final = regex(
    "算了|取消(?:吧|掉)?|不用了?|不要了?|不办了?|不弄了?|不选了?|都不是|没有我要的|先?不请了?|放弃|退出|停|作罢|cancel|quit|stop|no",
    re.IGNORECASE,
)
_NUMBER: Final = regex(r"(?:选|第|要|是)?\s?(\d{1,2}|[一二两三四五六七八九十①-⑩])\s?(?:个|号|项|条|位)?[.、)]?")
_LAST: Final = regex("(?:选|要)?(?:最后|末)(?:一|那)?个?")
_YES: Final = regex(r"(?:是|是的|对|对的|对对|没错|确定|是这样)[啊呀哦的]?[\s。.！!~～]*+")
_NOD: Final = regex(r"(?:好|好的|好吧|行|行吧|可以|嗯+|ok|okay|👌)[啊呀哦的]?[\s。.！!~～]*+", re.IGNORECASE)


def is_yes(line: str) -> bool:
    """Said to 你是想……吗: nothing but a yes."""
    return _YES.fullmatch(line) is not None


def is_nod(line: str) -> bool:
    """A yes to something, or only politeness."""
    return _NOD.fullmatch(line) is not None


def is_dropped(line: str) -> bool:
    """Whether somebody doesn't want it any more."""
    return bool(_DROPPED.fullmatch(without_chatter(line).removeprefix("/")))


def chosen(line: str, options: Sequence[Option]) -> Option | None:
    """By number, by name, or by a part that only one of them has."""
    said = narrow(without_chatter(line).removeprefix("/")).casefold()
    if not said or not options:
        return None
    exact = [option for option in options if said in (_folded(option.label), _folded(option.put))]
    if exact:
        return exact[0]
    if _LAST.fullmatch(said):
        return options[-1]
    if numbered := _NUMBER.fullmatch(said):
        place = number(unicodedata.normalize("NFKC", numbered[1])) or 0
        return options[place - 1] if 0 < place <= len(options) else None
    return _telling(said, options)


def _telling(said: str, options: Sequence[Option]) -> Option | None:
    """`0213`, `A的那个`: what stands in one of them only."""
    said = re.sub("(?:的?那个|的?那位|那天|吧)$", "", said)
    having = [option for option in options if said and said in f"{_folded(option.label)} {_folded(option.put)}"]
    return having[0] if len(having) == 1 else None


def _folded(text: str) -> str:
    return narrow(text).casefold()
