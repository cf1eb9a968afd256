"""Ids as they arrive. One that no column takes (longer than any of WeCom's, or with a NUL in it) would fail the whole
batch that it is stored with: others' messages too."""

import hashlib
from typing import Final

MOST_OF_USER: Final = 64  # characters of a userid (D-90195)
MOST_OF_CHAT: Final = 128
MOST_OF_MESSAGE: Final = 128  # of a msgid, which has no documented length


def is_user(text: str) -> bool:
    """Whether anybody's account can be called so."""
    return 0 < len(text) <= MOST_OF_USER and text.isprintable()


def is_chat(text: str) -> bool:
    return 0 < len(text) <= MOST_OF_CHAT and text.isprintable()


def key_of(channel: str, message: str) -> str:
    """What a copy of the message is known by."""
    if len(message) <= MOST_OF_MESSAGE and message.isprintable():
        return f"{channel}:{message}"
    return f"{channel}:{hashlib.sha256(message.encode('utf-8', 'surrogatepass')).hexdigest()}"
