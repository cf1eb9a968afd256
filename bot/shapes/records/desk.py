"""What people ask the help desk, and what became of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.desk.enquiry import Enquiry, Kind, Line, State, Told
from bot.domain.desk.idea import Idea, IdeaState
from bot.identifiers import UserId
from bot.shapes.act import Act


class Enquiries(Protocol):
    """Moments come back in the time zone of `now`."""

    async def hold(self, asker: UserId) -> None:
        """Until the transaction ends nothing else that he asks is taken."""
        ...

    async def add(self, enquiry: Enquiry, text: str, *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str, now: datetime) -> Enquiry | None: ...

    async def save(self, enquiry: Enquiry, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None: ...

    async def text(self, number: str) -> str | None:
        """What was asked. None: it is forgotten, or no key here opens it."""
        ...

    async def lines(self, number: str) -> Sequence[Line]:
        """In the order in which they were written."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Enquiry]:
        """Those that somebody waits for, the oldest first."""
        ...

    async def of(self, asker: UserId, now: datetime, *, most: int) -> Sequence[Enquiry]:
        """The newest first."""
        ...

    async def count(self, asker: UserId, *, since: datetime) -> int:
        """How many he has asked since then."""
        ...

    async def in_state(self, states: Collection[State], kind: Kind, now: datetime) -> Sequence[Enquiry]:
        """The newest first."""
        ...

    async def between(self, first: datetime, last: datetime) -> Sequence[Enquiry]:
        """Asked then, the last moment left out; in the time zone of `first`."""
        ...

    async def forget(self, number: str, *, by: Act) -> None:
        """Its words and its names; that it was asked, when and what about stays."""
        ...


class Ideas(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, idea: Idea, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Idea | None: ...

    async def save(self, idea: Idea, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, teller: UserId, now: datetime, *, most: int) -> Sequence[Idea]:
        """Those that he told with his name, the newest first."""
        ...

    async def in_state(self, states: Collection[IdeaState], now: datetime, *, most: int) -> Sequence[Idea]:
        """The newest first."""
        ...

    async def between(self, first: datetime, last: datetime) -> Sequence[Idea]:
        """Told then, the last moment left out; in the time zone of `first`."""
        ...

    async def want(self, number: str, user: UserId) -> int:
        """Somebody wants it, too; how many do by now. Each counts once."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        """Words and names of those that were decided before then; that there was one, and what about, stays. How many;
        fewer than `at_most`: nothing is left."""
        ...

    async def wanted(self, numbers: Collection[str]) -> Mapping[str, int]:
        """How many want each, beside who told it."""
        ...
