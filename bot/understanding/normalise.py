"""Typed text made comparable: width, spaces, the slash, and the bot's own name taken out. Pure and never fails."""

import re

_SPACES = re.compile(r"[ \t\u3000\u00a0\u2000-\u200a\u205f]+")
# With the marks that turn the direction of writing, and control characters, which PostgreSQL keeps no NUL of.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SLASHES = "/／、\\"  # what a Chinese keyboard puts where a slash was meant


def normalise(text: str, bot_name: str) -> str:
    """One line, single spaces, no invisible characters, no mention of the bot, and `/` for a leading slash."""
    text = _INVISIBLE.sub("", text)
    text = _mention(bot_name).sub(" ", text)
    text = _SPACES.sub(" ", text).strip()
    if text[:1] and text[0] in _SLASHES:
        text = "/" + text.lstrip(_SLASHES + " ")
    return text


def _mention(bot_name: str) -> re.Pattern[str]:
    return re.compile(rf"[@＠]\s?{re.escape(bot_name)}(?=$|[\s/／,，:：@＠]|[^\w])|[@＠]{re.escape(bot_name)}")
