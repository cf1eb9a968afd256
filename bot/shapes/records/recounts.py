"""Leaves that are counted again because the calendar has changed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.leave.requests.recounts import Recount, Recounted
from bot.identifiers import UserId
from bot.shapes.act import Act


class Recounts(Protocol):
    async def begin(self, first: date, last: date, *, cause: str, why: str, by: Act) -> None: ...

    async def current(self) -> Recount | None:
        """The oldest that isn't finished."""
        ...

    async def ahead(
        self, recount: Recount, begins: datetime, ends: datetime, *, most: int
    ) -> Sequence[tuple[str, UserId]]:
        """The next leaves of that time that may take place, in order of their numbers."""
        ...

    async def note(self, recount: Recount, line: Recounted) -> None: ...

    async def lines(self, recount: Recount) -> Sequence[Recounted]:
        """In order of the numbers."""
        ...

    async def reached(self, recount: Recount, number: str) -> None: ...

    async def finish(self, recount: Recount, *, by: Act) -> None: ...

    async def provisional(self) -> Sequence[tuple[date, date]]:
        """First and last day of the leaves ahead or under way that were counted without a year's table."""
        ...
