"""Sheets that people sign in on, and what was put down on them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.sign_in.marks import Mark, Marked
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.identifiers import UserId
from bot.shapes.act import Act


class SignIn(Protocol):
    """Moments come back in the time zone of `now`."""

    async def open(self, sheet: Sheet, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Sheet | None: ...

    async def hold(self, number: str, now: datetime) -> Sheet | None:
        """The same; until the transaction ends nobody else changes anything on it."""
        ...

    async def close(self, number: str, state: SheetState, *, by: Act) -> None: ...

    async def move(self, number: str, starts: datetime, place: str, *, by: Act) -> None:
        """It takes place then, and there."""
        ...

    async def mark(self, number: str, users: Iterable[UserId], mark: Mark, *, by: Act, why: str = "") -> None: ...

    async def marks(self, number: str, now: datetime) -> Sequence[Marked]:
        """In the order in which they were put down."""
        ...

    async def marks_on(self, numbers: Iterable[str], now: datetime) -> Mapping[str, Sequence[Marked]]:
        """All marks of several sheets, by the sheet's number."""
        ...

    async def marks_of(self, user: UserId, numbers: Iterable[str], now: datetime) -> Mapping[str, Sequence[Marked]]:
        """What was put down of one person alone, by sheet, in that order."""
        ...

    async def sheets_of(self, user: UserId, now: datetime) -> Sequence[str]:
        """The numbers of those on which something was put down of him, the oldest first."""
        ...

    async def starting(self, first: datetime, last: datetime, now: datetime) -> Sequence[Sheet]:
        """Those that are open and start between two moments, both included."""
        ...
