"""The head of the chain as it lies elsewhere: a line of a file for each day, or what somebody copied from a message."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from bot.domain.audit.links import Head
from bot.patterns import regex

SHOWN: Final = 32  # hex digits that a message has: 128 bits, which nobody meets by trying
LEAST: Final = 16
_HEAD: Final = regex(rf"(\d+)[\s:：]+([0-9a-fA-F]{{{LEAST},64}})")


def line(head: Head, at: datetime) -> str:
    """`2026-11-23T09:00:00+08:00 12345 3f…`"""
    return f"{at.isoformat(timespec='seconds')} {head.seq} {head.hash}\n"


def read_heads(text: str) -> Mapping[int, str]:
    """seq → hash, of each line that isn't empty. Raises ValueError with the number of the first that is none."""
    found: dict[int, str] = {}
    for number, each in enumerate(text.splitlines(), 1):
        if each.strip() and not each.startswith("#"):
            if (head := read_head(each.split(maxsplit=1)[-1])) is None:
                raise ValueError(str(number))
            found[head[0]] = head[1]
    return found


def read_head(text: str) -> tuple[int, str] | None:
    """`12345:3f…`"""
    match = _HEAD.fullmatch(text.strip())
    return (int(match[1]), match[2].lower()) if match else None
