"""Identifiers that must not be mixed up, each with where it comes from."""

from typing import NewType

UserId = NewType("UserId", str)
"""A member's `userid` in WeCom's contacts; compared case-insensitively by WeCom, kept lower-cased by us."""

ChatId = NewType("ChatId", str)
"""A chat's id as one channel knows it; the same room has another id in each channel."""

GroupId = NewType("GroupId", str)
"""A group's key in our own registry, whatever its channels call it."""

TaskId = NewType("TaskId", str)
"""A card's id, unique per recipient: 128 bytes of `[A-Za-z0-9_@-]` at most."""

Ticket = NewType("Ticket", str)
"""What a user can quote when something of ours broke, e.g. `7f3a1c`."""


def user_id(text: str) -> UserId:
    """Fold a userid the way WeCom compares them."""
    return UserId(text.strip().lower())
