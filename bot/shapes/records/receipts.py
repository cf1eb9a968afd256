"""Postings of notices: who was told, who confirmed, what became of the messages, what was taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.notices.posting import Posting, Receipt
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act


class Postings(Protocol):
    async def open(
        self, number: str, version: int, occurrence: datetime, *, wants: bool, groups: Sequence[GroupId], by: Act
    ) -> Posting | None:
        """None: it was posted for this moment already."""
        ...

    async def get(self, number: int) -> Posting | None: ...

    async def of(self, notice: str) -> Sequence[Posting]:
        """The newest first."""
        ...

    async def going(self) -> Sequence[Posting]:
        """The oldest first."""
        ...

    async def between(self, start: datetime, end: datetime) -> Sequence[Posting]:
        """Begun from `start` on and before `end`, the oldest first."""
        ...

    async def save(self, posting: Posting, *, by: Act) -> None:
        """All but what is counted."""
        ...

    async def hold(self, number: int) -> Posting | None:
        """As it is now; nobody else changes it before this transaction ends."""
        ...


class Receipts(Protocol):
    async def expect(self, posting: int, users: Collection[UserId], *, late: bool = False) -> Sequence[UserId]:
        """Those who weren't expected already, in the order of their accounts."""
        ...

    async def get(self, posting: int, user: UserId) -> Receipt | None: ...

    async def confirm(self, posting: Posting, user: UserId, *, answer: int | None, by: Act) -> Posting | None:
        """The posting with its new count; None: he had confirmed before."""
        ...

    async def missed(self, posting: int, user: UserId) -> int:
        """He answered wrongly; how often by now."""
        ...

    async def all(self, posting: int) -> Sequence[Receipt]:
        """In the order of the accounts."""
        ...

    async def open_of(self, user: UserId, *, most: int) -> Sequence[int]:
        """Postings that he hasn't confirmed, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one call. `state` is the outbox's: waiting, sending, done, refused, unknown, parked.

    It told `users` in private, or the group. `msgid`: by which it can be taken back, within 24 hours of `at`.
    """

    row: int
    state: str
    via: str
    users: tuple[UserId, ...] = ()
    group: GroupId | None = None
    msgid: str = ""
    at: datetime | None = None
    why: str = ""


class Deliveries(Protocol):
    async def of(self, about: str) -> Sequence[Delivery]:
        """The oldest first."""
        ...

    async def withdraw(self, about: str) -> int:
        """What waits is not sent any more; how many calls."""
        ...


@dataclass(frozen=True, slots=True)
class Recall:
    """A call to be taken back. `state`: waiting, done, refused."""

    id: int
    posting: int
    msgid: str
    users: tuple[UserId, ...]
    state: str = "waiting"
    tries: int = 0


class Recalls(Protocol):
    async def add(self, posting: int, msgid: str, users: Sequence[UserId]) -> None: ...

    async def waiting(self, most: int) -> Sequence[Recall]: ...

    async def settle(self, recall: Recall, state: str) -> None: ...

    async def tried(self, recall: Recall) -> None: ...

    async def of(self, posting: int) -> Sequence[Recall]: ...
