"""Rows of the two queues, as the intake and the delivery see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.upkeep.workings import Depth, Parked, Shut
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Address, Content


@dataclass(frozen=True, slots=True)
class Said:
    """Something to be sent, stored with the change that it speaks of."""

    address: Address
    content: Content
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that waits. Rows of one lane go one after the other.

    `retry_at`: not before, in milliseconds since 1970 by the system's clock. `resumed`: it was found in the table, at a
    start or when all that waits was read, so it may be what stopped the process that stored it. That one may live as
    well: a row that both reach for counts an attempt more. `attempts`: how many there were when it was found.
    """

    id: int
    lane: str
    urgent: bool
    retry_at: int = 0
    resumed: bool = False
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """`attempts` are those of this rung; `step` counts the rungs of the ladder that were refused.

    `route` and `claimed_at` tell where and when it was last sent. `doubtful_since`: when the first attempt was made
    of which nobody knows whether it got through. `owner`: the process that sends it, where there are several; `version`
    tells there whether it is still as it was read, "" where nobody asks.
    """

    id: int
    cause: str
    state: str
    address: Address
    content: Content
    urgent: bool
    attempts: int
    step: int
    created_at: int
    claimed_at: int | None
    route: str | None
    check_duplicates: bool
    doubtful_since: int | None = None
    owner: int | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A row about to be sent by `route`; `digest` tells equal contents.

    `ask_check`: let WeCom drop a repetition, unless another parcel with an equal body went there lately: then this one
    would be dropped too. `readers`: the routes of those whom one call reaches, where these are many: each is counted.
    `version`: of the row as it was read; who knows another one reads it anew.
    """

    id: int
    route: str
    digest: str
    at: int
    ask_check: bool = False
    urgent: bool = False
    readers: tuple[str, ...] = ()
    version: str = ""

    @property
    def routes(self) -> tuple[str, ...]:
        return self.readers or (self.route,)


class NotYet(Exception):
    """The row can't be had now: another process is at it, an older one goes first, or a limit is used up."""

    def __init__(self, wait: float) -> None:
        super().__init__(f"not for {wait:.1f} s")
        self.wait = wait  # seconds


@dataclass(frozen=True, slots=True)
class Part:
    """Readers of a row who go on by themselves: a row of its own, with the same content and cause."""

    address: Address
    lane: str
    step: int = 0
    state: str = "waiting"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A row's new state, with why. A new `step` starts counting attempts anew; doubt, once there, stays.

    `attempts`: how many there were, where not all that were claimed count. `address`: whom it is still for, where
    `parts` of its readers go on by themselves. `version`: of the row as it was read, where it only waited: it counts
    if nobody else has changed it since.
    """

    id: int
    state: str
    at: int
    errcode: int = 0
    why: str = ""
    step: int = 0
    retry_at: int = 0
    receipt: Mapping[str, str] | None = None
    doubtful_since: int | None = None
    attempts: int | None = None
    address: Address | None = None
    parts: tuple[Part, ...] = ()
    version: str = ""


SPOOLED: Final = 0  # the id of what is not in the inbox yet but on the local disk, and will get there
NOT_KEPT: Final = -1  # of what is nowhere, since its sender's share of the disk is used up


class NotKeptError(Exception):
    """The database is away, and its sender's share of the local disk is used up: not to be acknowledged."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """A message on its way to the inbox; `payload` as the codec of the queues writes it."""

    id: int
    urgent: bool
    payload: str


class Spool(Protocol):
    """Messages on the local disk, while the database is away."""

    def is_empty(self) -> bool:
        """Cheap enough to be asked before each commit of the inbox."""
        ...

    def holds(self, key: str) -> bool: ...

    async def put(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[bool | None]:
        """Whether each is new, None where its sender's share is used up; on the disk on return.

        Raises what the disk raises, when it is full for one.
        """
        ...

    async def oldest(self, most: int) -> Sequence[Spooled]:
        """Urgent ones first, else in the order in which they were put."""
        ...

    async def drop(self, numbers: Sequence[int]) -> None:
        """They are in the inbox."""
        ...

    async def set_aside(self, number: int, why: str) -> None:
        """The inbox won't have it: for a human to look at, out of the way of the others."""
        ...

    async def tidy(self) -> None:
        """It is empty for now."""
        ...

    async def depths(self) -> Sequence[Depth]: ...


class InboxStore(Protocol):
    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        """Ids of the new rows, None for what was known already; committed on return. The bool: urgent."""
        ...


class InboxRows(InboxStore, Protocol):
    async def waiting(self, after: int = 0) -> Sequence[Waiting]:
        """The oldest first, of those with a number beyond `after`."""
        ...

    async def claim(self, row: int, at: int) -> Incoming | None:
        """Mark it done, inside the transaction that does what it asks. None: somebody else had it.

        Raises NotYet, here and in `resume`, where several processes share the queue.
        """
        ...

    async def resume(self, row: int, why: str) -> int:
        """Count an attempt that begins, of a message that may be what stopped a process; how many there were."""
        ...

    async def fail(self, row: int, why: str) -> int:
        """Count a failed attempt; how many there were."""
        ...

    async def hold(self, row: int, until: int) -> None:
        """Not again before `until`, also after a restart."""
        ...

    async def park(self, row: int, ticket: str, why: str) -> Incoming | None:
        """Take it out of the queue for a human to look at; inside a transaction. None: nobody can read it."""
        ...


class Quota(Protocol):
    """How much may still be said by a route; see `bot.delivery.limits`. Times in ms of the company's clock."""

    def learn(self, route: str, times: Iterable[int]) -> None:
        """Others have sent by that route too."""
        ...

    def over(self, route: str, at: int, *, urgent: bool) -> int:
        """ms that the one noted at `at` must wait, all others counted; 0: it may go."""
        ...


class OutboxRows(Protocol):
    async def put(self, said: Sequence[Said], *, cause: str, at: int) -> Sequence[Waiting]:
        """Inside the transaction of what they speak of."""
        ...

    async def put_unsure(self, said: Sequence[Said], *, cause: str, at: int) -> Sequence[Waiting]:
        """The same, where all of it may have been said before: nothing waits, it is listed as of unknown outcome."""
        ...

    async def waiting(self, after: int = 0) -> Sequence[Waiting]:
        """The oldest first, of those with a number beyond `after`."""
        ...

    async def interrupted(self) -> Sequence[Waiting]:
        """Rows that were being sent when their process stopped; where there are several processes, also those that this
        one is sending, for it may not have heard that it has them."""
        ...

    async def get(self, row: int) -> OutboxRow:
        """Raises ValueError where this version of the program can't read it; where there are several processes NotYet,
        while another one sends it, or was told to wait."""
        ...

    async def claim(self, batch: Sequence[Claim]) -> Sequence[bool | NotYet | None]:
        """Mark as being sent and enter in the ledger; committed on return.

        True where WeCom is to drop a repetition; None: it does not wait any more, somebody else had it.
        """
        ...

    async def settle(self, batch: Sequence[Settlement]) -> Sequence[Sequence[Waiting]]:
        """The parts of each that wait now; committed on return."""
        ...

    async def sent_since(self, at: int) -> Sequence[tuple[str, int]]:
        """(route, when) of the ledger, oldest first."""
        ...


class ParkedRows(Protocol):
    """What was set aside for a human to look at."""

    async def all(self) -> Sequence[Parked]:
        """Messages, then parcels, the oldest first."""
        ...

    async def want(self, parked_id: str, *, by: Act | None = None) -> bool:
        """Inside a transaction: the bot shall try it again; False: nothing parked has this id."""
        ...

    async def let_go(self, parked_id: str, *, by: Act) -> bool:
        """Inside a transaction: somebody has dealt with it otherwise; False: nothing parked has this id."""
        ...


class DepthRows(Protocol):
    async def all(self) -> Sequence[Depth]:
        """What is not finished in the two queues; states without a row are left out."""
        ...

    async def unlinked_since(self) -> datetime | None:
        """When the oldest entry of the trail was made that the chain doesn't have yet."""
        ...


class ShutRows(Protocol):
    async def all(self) -> Sequence[Shut]:
        """Where WeCom lets nothing pass for a while, as any process was told."""
        ...
