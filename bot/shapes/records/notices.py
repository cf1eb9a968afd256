"""Announcements in all their versions; who has read them is kept beside them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.notices.notice import Draft, Notice, NoticeState, NoticeVersion
from bot.identifiers import UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class Untried:
    """A version of a notice whose links nobody has tried yet."""

    number: str
    version: int
    text: str


class Notices(Protocol):
    async def add(self, notice: Notice, *, by: Act) -> None:
        """A new one, with its first version."""
        ...

    async def get(self, number: str) -> Notice | None: ...

    async def several(self, numbers: Collection[str]) -> Mapping[str, Notice]:
        """As they stand now, by their numbers; what there isn't is missing."""
        ...

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

    async def posted(self, since: datetime, *, most: int) -> Sequence[Notice]:
        """Posted at `since` or later, whatever became of them, those posted last first."""
        ...

    async def same(self, author: UserId, draft: Draft, since: datetime) -> Notice | None:
        """An equal one that its author wrote at `since` or later, and that isn't over."""
        ...

    async def untried(self, most: int) -> Sequence[Untried]:
        """With links in them, the oldest first."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        """What was over before then, with its receipts and what went along; how many rows. Fewer than `at_most`:
        nothing is left. Nothing goes of `held`, by their numbers."""
        ...

    async def tried(self, version: Untried) -> None: ...
