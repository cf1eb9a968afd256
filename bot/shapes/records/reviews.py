"""Reviews of who is in a group."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.groups.reviews import Review
from bot.identifiers import GroupId
from bot.shapes.act import Act


class Reviews(Protocol):
    """Of each group at most one is open; whoever opens one holds the group (`Groups.hold`) meanwhile."""

    async def add(self, review: Review, *, by: Act) -> None: ...

    async def get(self, number: str) -> Review | None: ...

    async def open_of(self, group: GroupId) -> Review | None: ...

    async def open_ones(self) -> Sequence[Review]:
        """The oldest first."""
        ...

    async def since(self, moment: datetime) -> Sequence[Review]:
        """Those opened since then, the oldest first."""
        ...

    async def of_month(self, month: str) -> Sequence[Review]:
        """All of that month's round, such as 2026-12."""
        ...

    async def of(self, group: GroupId, *, most: int) -> Sequence[Review]:
        """The newest first."""
        ...

    async def save(self, review: Review, *, change: str, by: Act) -> bool:
        """`version` is the one that was read. False: it isn't at that any more, and nothing was changed."""
        ...

    async def note_reminded(self, reviews: Sequence[Review], *, by: Act) -> None:
        """Their keepers were. It is no change that somebody who decides could run into."""
        ...

    async def note_late(self, reviews: Sequence[Review], day: date, *, by: Act) -> None:
        """Whoever appoints their keepers was told so on that day."""
        ...
