"""What waits in the bot's queues, and what was taken out of them for a human to look at."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Depth:
    """Rows of one queue (`inbox`, `outbox`, `spool`) in one state; `oldest` in ms since 1970."""

    queue: str
    state: str
    number: int
    oldest: int


@dataclass(frozen=True, slots=True)
class Shut:
    """A way through which WeCom lets nothing pass for a while: a channel (`app`, `appchat`), conversations of one kind
    (`bot`, `webhook`), so many of them, or an interface (`user/list`). Times in seconds.

    `errcode`: what WeCom said; `lasted`: for how long it has been so; 0 where nobody knows. `left`: until it is asked
    again.
    """

    what: str
    errcode: int
    lasted: float
    left: float
    number: int = 1


@dataclass(frozen=True, slots=True)
class Parked:
    """`id`: m12 a message, p34 a parcel, s56 a message on the local disk. `what` is a kind, never a text; `outcome` is
    parked or unknown."""

    id: str
    what: str
    to: str
    outcome: str
    why: str
    at: datetime  # received, or said
    errcode: int = 0
    ticket: str | None = None
