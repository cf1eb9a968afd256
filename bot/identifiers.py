"""Identifiers that must not be mixed up, each with where it comes from."""

import secrets
from typing import Final, NewType

from bot.patterns import regex

UserId = NewType("UserId", str)
"""A member's `userid` in WeCom's contacts; compared case-insensitively by WeCom, kept lower-cased by us."""

ChatId = NewType("ChatId", str)
"""A chat's id as one channel knows it; the same room has another id in each channel."""

GroupId = NewType("GroupId", str)
"""A group's key in our own registry, whatever its channels call it."""

TaskId = NewType("TaskId", str)
"""A card's id, unique per recipient: 128 bytes of `[A-Za-z0-9_@-]` at most."""

FileId = NewType("FileId", str)
"""A picture or file that we keep: the SHA-256 of its bytes."""

Ticket = NewType("Ticket", str)
"""What a user can quote when something of ours broke, e.g. `7f3a1c`."""


ANYBODY: Final = UserId("*")
"""Whoever holds a card that is shared; nobody's account can be called so."""

ENCRYPTED: Final = regex(r"wo[A-Za-z0-9_-]{4,}")
MOST_OF_SUBJECT: Final = 64  # characters of what a card is about, in its id
_FOREIGN: Final = regex("[^A-Za-z0-9_@-]+")


def is_encrypted(text: str) -> bool:
    """Whether it looks like the id by which WeCom hides a member from an AI bot (D-101521); a userid may too."""
    return ENCRYPTED.fullmatch(text) is not None


def card_id(topic: str, subject: str) -> TaskId:
    """A new one. It begins with who serves its buttons, so that a press can be told from others before it is read.

    Of `subject` what WeCom takes in an id is in it; a card with any other character would go out as words.
    """
    return TaskId(f"{topic}-{_FOREIGN.sub('-', subject)[:MOST_OF_SUBJECT]}-{secrets.token_hex(8)}")


def is_card_of(topic: str, task_id: TaskId) -> bool:
    return task_id.startswith(f"{topic}-")


def user_id(text: str) -> UserId:
    """Fold a userid the way WeCom compares them."""
    return UserId(text.strip().lower())
