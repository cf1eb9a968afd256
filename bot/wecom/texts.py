"""Texts within WeCom's limits, which count bytes of UTF-8."""

from typing import Final

from bot.shapes.incoming import LONGEST

APP_TEXT: Final = 2048  # message/send, text and markdown (D-90236)
APPCHAT_TEXT: Final = 2048  # appchat/send, text and markdown (D-90248)
WEBHOOK_TEXT: Final = 2048  # (D-99110)
WEBHOOK_MARKDOWN: Final = 4096
BOT_TEXT: Final = 20480  # streams and pushed markdown (D-101031, D-101463)
ELLIPSIS: Final = "…"
NAMELESS: Final = "附件"  # a file of whose name nothing can be kept

ANGLES: Final = str.maketrans("<>", "＜＞")


def cut(text: str, limit: int) -> str:
    """At most `limit` bytes, cut between characters, with an ellipsis where something is missing."""
    data = text.encode("utf-8", "replace")
    if len(data) <= limit:
        return data.decode()
    return data[: limit - len(ELLIPSIS.encode())].decode("utf-8", "ignore") + ELLIPSIS


def heard(text: str) -> str:
    """As much as shows that it is too long to be read: a frame may bring megabytes."""
    return text[: LONGEST + 1]


def without_tags(text: str) -> str:
    """For places that read links (`<a href>`) and mentions (`<@userid>`) in text, and no other mark."""
    return text.translate(ANGLES)
