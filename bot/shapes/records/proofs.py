"""What proves why somebody was off."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.leave.requests.proofs import Proof
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act


class LeaveProofs(Protocol):
    """Moments come back in the time zone of `now`. The bytes are among the files, sealed like all of them."""

    async def add(self, number: str, user: UserId, file: FileId, ending: str, *, by: Act) -> None: ...

    async def of(self, number: str, now: datetime) -> Sequence[Proof]:
        """In the order in which they were handed in."""
        ...

    async def of_person(self, user: UserId, now: datetime) -> Sequence[Proof]: ...

    async def move(self, proofs: Sequence[Proof], number: str, *, by: Act) -> None: ...

    async def check(self, number: str, by_whom: UserId, *, by: Act) -> bool:
        """False: there is nothing, or it is checked already."""
        ...

    async def drop(self, proofs: Sequence[Proof], *, by: Act) -> None:
        """With their bytes, where nothing else names those."""
        ...

    async def expired(
        self,
        now: datetime,
        *,
        checked_before: datetime,
        handed_before: datetime,
        drafts_before: datetime,
        at_most: int,
        held: Collection[str] = (),
    ) -> Sequence[Proof]: ...

    async def of_nothing(
        self, now: datetime, *, before: datetime, at_most: int, held: Collection[str] = ()
    ) -> Sequence[Proof]:
        """Of leaves that never took place nor were moved, and with which nothing has happened since then."""
        ...

    async def unproved(self, numbers: Iterable[str]) -> frozenset[str]:
        """Those of which there is nothing, and of which nobody was reminded."""
        ...

    async def note_reminder(self, number: str, *, by: Act) -> None: ...
