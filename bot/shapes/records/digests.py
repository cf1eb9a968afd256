"""What readers had of notices today, and what waits to be told them together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Held:
    """A posting that waits for `due` to be told one reader with others. `reader`: a group's id if `room`, else an
    account. `about`: by which name the digest's messages are found in the outbox; empty: it wasn't told yet.
    """

    id: int
    posting: int
    reader: str
    room: bool
    due: datetime
    about: str = ""


class Digests(Protocol):
    async def had(self, day: date, readers: Collection[str], *, rooms: bool) -> Mapping[str, int]:
        """How many notices each had on that day; who had none may be missing."""
        ...

    async def count(self, day: date, readers: Collection[str], *, rooms: bool) -> None:
        """Each of them had one more."""
        ...

    async def spent(self, day: date) -> int:
        """Messages to people that went out on that day for notices; one to two people counts twice."""
        ...

    async def spend(self, day: date, times: int) -> None: ...

    async def hold(self, posting: int, readers: Collection[str], due: datetime, *, rooms: bool) -> None:
        """Held for a reader already, nothing changes."""
        ...

    async def due(self, now: datetime, most: int) -> Sequence[Held]:
        """What waits and is due, by readers: of none a part, but for who has more than `most`."""
        ...

    async def waiting_in(self, room: str, by: datetime) -> Sequence[Held]:
        """What waits for a group and is due until then, the oldest first."""
        ...

    async def next_due(self) -> datetime | None: ...

    async def settle(self, held: Collection[Held], about: str) -> None: ...

    async def drop(self, posting: int) -> None:
        """What waits of it is told nobody."""
        ...

    async def of(self, posting: int) -> Sequence[Held]: ...

    async def forget(self, before: date) -> None:
        """Counts of days that nobody asks for any more."""
        ...
