"""What storage counts for figures: of whom, and how many; never what it was about in somebody's words."""

from dataclasses import dataclass
from datetime import timedelta

from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Some:
    """So many of one kind; of `kind` group ids where it is about groups."""

    user: UserId
    kind: str
    many: int


@dataclass(frozen=True, slots=True)
class Decided:
    """A request that somebody decided on, and how long that took."""

    applicant: UserId
    took: timedelta
    late: bool


@dataclass(frozen=True, slots=True)
class Read:
    """How many notices somebody was to confirm, and how many he did."""

    user: UserId
    expected: int
    confirmed: int
