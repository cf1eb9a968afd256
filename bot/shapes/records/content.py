"""What content checks found, and what humans said of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.content.item import ContentItem, ItemState
from bot.identifiers import UserId
from bot.shapes.act import Act


class ContentItems(Protocol):
    async def add(self, item: ContentItem, text: str, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> ContentItem | None: ...

    async def text(self, number: str) -> str | None:
        """None: it was forgotten, or no key here opens it."""
        ...

    async def of(self, author: UserId, now: datetime) -> Sequence[ContentItem]:
        """What was found in what somebody wrote, the oldest first."""
        ...

    async def waiting(self, since: datetime, before: datetime) -> Sequence[ContentItem]:
        """Found between two moments and still waiting for somebody's word, the oldest first."""
        ...

    async def asked(self, item: ContentItem) -> bool:
        """Whether somebody has been asked about this already: about the same person and kind of thing within the hour,
        or about the same words in that group, which were found to be nothing."""
        ...

    async def answer(self, item: ContentItem, was: ItemState, *, by: Act) -> bool:
        """The text goes with the decision. False: somebody was quicker, and nothing was changed."""
        ...

    async def place(self) -> str:
        """Up to where the archive was looked at; "" before the first time."""
        ...

    async def move(self, place: str) -> None: ...

    async def forget(
        self, waiting: datetime, closed: datetime, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """Those found before: `waiting`, if nobody has decided; `closed`, if somebody has. How many."""
        ...
