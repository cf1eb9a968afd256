"""Somebody's turn in the chain, and what rings when: each step of the tree is a timer of its own.

A timer's kind is `2/3:tell:4`: in the second of three rounds the turn of the fifth person. `call` lets his phone ring,
`end` is the end of the round. After a pause the next round begins with a `tell` of its first person.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from bot.identifiers import UserId
from bot.patterns import regex


class Phone(StrEnum):
    """What became of the call that belongs to a turn."""

    WANTED = "wanted"
    CALLING = "calling"  # WeCom is being asked; whoever finds it so after a death knows nothing of it
    RINGING = "ringing"
    ANSWERED = "answered"  # which is no 收到
    UNANSWERED = "unanswered"
    LIMITED = "limited"  # he was called too often
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DROPPED = "dropped"  # somebody had it before it rang


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn in a round of an accident's tree. `rang_at`: when his call was wanted."""

    number: str
    round: int
    position: int
    user: UserId
    told_at: datetime | None = None
    phone: Phone | None = None
    call_id: str = ""
    rang_at: datetime | None = None


class Act(StrEnum):
    TELL = "tell"
    CALL = "call"
    END = "end"


_KIND: Final = regex(r"(\d+)/(\d+):(tell|call|end):(\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """What a timer stands for. `last`: the round after which it ends."""

    round: int
    last: int
    act: Act
    position: int = 0

    @property
    def kind(self) -> str:
        return f"{self.round}/{self.last}:{self.act}:{self.position}"

    @classmethod
    def of(cls, kind: str) -> Self | None:
        found = _KIND.fullmatch(kind)
        return cls(int(found[1]), int(found[2]), Act(found[3]), int(found[4])) if found else None
