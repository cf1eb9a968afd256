"""Typed text made comparable: spaces, the slash, and the bot's own name taken out. Pure and never fails.

Width and case stay as they were typed, since names and free text are shown again: `bot.domain.width` and
`bot.understanding.names` fold them where something is compared.
"""

import functools
import re
from typing import Final

from bot.patterns import regex

_SPACES: Final = regex(r"[ \t\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
# With the marks that turn the direction of writing, and control characters, which PostgreSQL keeps no NUL of.
_INVISIBLE: Final = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufe00-\ufe0f\uffa0"
    "\ud800-\udfff\U000e0000-\U000e01ef]"
)
_SLASHES: Final = "/／、\\⁄∕╱⧸⟋＼"  # what a Chinese keyboard puts where a slash was meant, and what looks like one

_LEFT_OVER: Final = " ，,：:；;。"  # of `@小助手，…`


@functools.lru_cache(maxsize=16)  # of one message on its way it is asked three times
def normalise(text: str, bot_name: str) -> str:
    """One line of single spaces, no invisible characters, no mention of the bot, and `/` for a leading slash."""
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _mention(bot_name).sub(" ", text)
    text = _called(bot_name).sub("", _SPACES.sub(" ", text).strip())
    text = text.lstrip(_LEFT_OVER).strip() or text.strip()
    if text[:1] and text[0] in _SLASHES:
        text = "/" + text.lstrip(_SLASHES + " ")
    return text


@functools.lru_cache(maxsize=8)
def _mention(bot_name: str) -> re.Pattern[str]:
    """Also by a nickname that a group gave it: `@行政-小助手`, `@小助手(机器人)`."""
    name = rf"{re.escape(bot_name)}(?:[(（](?:机器人|bot)[)）])?"
    return re.compile(rf"[@＠] ?{name}(?=$|\W)|[@＠][^\s@＠/]{{0,8}}?{name}", re.IGNORECASE)


@functools.lru_cache(maxsize=8)
def _called(bot_name: str) -> re.Pattern[str]:
    """`小助手，帮我…`, as people speak to it in private."""
    return re.compile(
        rf"^{re.escape(bot_name)}(?:[啊呀诶哎]?[\s，,。：:！!]++|[啊呀诶哎]|(?=/))(?=.)", re.IGNORECASE | re.DOTALL
    )
