"""The code by which the room that the app made and the chat that the AI bot hears are known to be the same.

It is said in the one and typed in the other. What is kept is its digest.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.identifiers import GroupId, UserId
from bot.patterns import regex

LASTS: Final = timedelta(minutes=30)
MOST_WRONG: Final = 5  # tries of one person
WITHIN: Final = timedelta(hours=1)
LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # those that nobody takes for another: 31^8 codes
_CODE: Final = regex(rf"([{LETTERS}]{{4}})[- ]?([{LETTERS}]{{4}})")


@dataclass(frozen=True, slots=True)
class PairingCode:
    """Valid once, until `closes_at`, for the group that it was said in."""

    id: int
    group: GroupId
    asked_by: UserId
    closes_at: datetime


def new_code() -> str:
    """`A7K9-42QF`"""
    letters = [secrets.choice(LETTERS) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def read_code(typed: str) -> str | None:
    """As it was issued, however it was typed; None where it is none."""
    found = _CODE.fullmatch(typed.strip().upper().replace("－", "-").replace("—", "-"))
    return f"{found[1]}-{found[2]}" if found else None


def digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
