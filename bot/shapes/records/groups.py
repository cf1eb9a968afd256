"""Groups that are to be made, and the notices that groups want."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.foundings import Founding, FoundingState
from bot.domain.notices import Topic
from bot.identifiers import GroupId
from bot.shapes.act import Act


class Foundings(Protocol):
    """Groups that were approved and are to be made."""

    async def add(self, founding: Founding, *, by: Act) -> None: ...

    async def get(self, number: str) -> Founding | None: ...

    async def to_make(self) -> Sequence[Founding]: ...

    async def to_greet(self) -> Sequence[Founding]:
        """Those that the app made, and nobody has seen yet."""
        ...

    async def overdue(self, now: datetime) -> Sequence[Founding]:
        """Those that somebody was asked to make by then, and hasn't answered; each until its `due_at` is taken away."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next of them is overdue."""
        ...

    async def named(self, name: str) -> bool:
        """Whether a group of that name was made, or is going to be."""
        ...

    async def save(self, founding: Founding, *, was: FoundingState, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Subscriptions(Protocol):
    async def chosen(self, topic: Topic) -> Mapping[GroupId, bool]:
        """Groups in which somebody chose, and what."""
        ...

    async def choose(self, group: GroupId, topic: Topic, *, active: bool, by: Act) -> None: ...
