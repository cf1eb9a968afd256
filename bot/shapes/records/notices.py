"""Announcements in all their versions; who has read them is kept beside them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.notices.notice import Draft, Notice, NoticeState, NoticeVersion
from bot.identifiers import UserId
from bot.shapes.act import Act


class Notices(Protocol):
    async def add(self, notice: Notice, *, by: Act) -> None:
        """A new one, with its first version."""
        ...

    async def get(self, number: str) -> Notice | None: ...

    async def save(self, notice: Notice, *, was: Notice, change: str, by: Act) -> bool:
        """`notice` as it is now, with the next revision whatever it brings; False: somebody changed it after `was`.

        A draft that is a new version is kept beside the older ones. `change` is a verb of the trail: approved, paused.
        """
        ...

    async def versions(self, number: str) -> Sequence[NoticeVersion]:
        """The first one first."""
        ...

    async def of(self, author: UserId, *, most: int, states: Collection[NoticeState] = ()) -> Sequence[Notice]:
        """The newest first; of any state where none is named."""
        ...

    async def in_state(self, *states: NoticeState) -> Sequence[Notice]:
        """What is to be posted soonest comes first."""
        ...

    async def same(self, author: UserId, draft: Draft, since: datetime) -> Notice | None:
        """An equal one that its author wrote at `since` or later, and that isn't over."""
        ...
