"""Praise for good use and good work, said aloud once somebody answerable has agreed (D13§五.1, S190).

Whether it brings money is human resources' to decide, elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.identifiers import GroupId, UserId

PREFIX: Final = "BZ"
COUNTS: Final = timedelta(days=365)  # how long it weighs in where a policy says that merits count


@dataclass(frozen=True, slots=True)
class Praise:
    """`by` proposed it, `approver` agreed. `group`: where it was said; None: to him alone."""

    number: str
    person: UserId
    by: UserId
    approver: UserId
    reason: str
    at: datetime
    group: GroupId | None = None
