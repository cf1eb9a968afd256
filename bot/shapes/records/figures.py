"""What figures are counted from, beyond what each area can tell of its own."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.figures.counts import Decided, Read, Some
from bot.domain.figures.rules import Draft
from bot.identifiers import UserId
from bot.shapes.act import Act


class Figures(Protocol):
    """Of what happened from `begins` until before `ends`."""

    async def leaves(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        """Those that were approved and begin then, by type."""
        ...

    async def requests(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        """Those that were handed in then, by kind."""
        ...

    async def decided(self, begins: datetime, ends: datetime) -> Sequence[Decided]: ...

    async def overdue_requests(self, now: datetime) -> int:
        """How many wait beyond the time in which they should have been decided."""
        ...

    async def joined(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        """Who came into a group then and is still in it, by group."""
        ...

    async def left(self, first: date, last: date) -> Sequence[Some]:
        """Who left a group on those days, by group; as far as days were noted."""
        ...

    async def active(self, period: str) -> Sequence[UserId]:
        """Who used the bot in a week, month or year; as far as its days were noted."""
        ...

    async def note_day(self, begins: datetime, ends: datetime, periods: Sequence[str]) -> None:
        """Look through a day that is over: who used the bot, and who left a group."""
        ...

    async def forget(self, before: date, *, by: Act, held: Collection[str] = ()) -> None:
        """What was noted of days, weeks, months and years that were over before then."""
        ...

    async def read(self, postings: Sequence[int]) -> Sequence[Read]: ...

    async def draft(self, period: str) -> Draft | None: ...

    async def open_draft(self, period: str, *, by: Act) -> bool:
        """False: there is one of that month already."""
        ...

    async def save_draft(self, draft: Draft, *, by: Act) -> bool:
        """False: it has gone or was dropped meanwhile, and nothing was changed."""
        ...

    async def note_given(self, item: str, period: str, scope: str, why: str, *, by: Act) -> None:
        """Somebody was handed figures: on the trail, with what he said they are for."""
        ...
