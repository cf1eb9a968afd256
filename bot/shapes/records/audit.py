"""The trail as those entitled read it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo
from typing import Protocol

from bot.domain.audit.erasing import Named
from bot.domain.audit.links import Head
from bot.domain.audit.queries import Found, Query
from bot.identifiers import UserId
from bot.shapes.act import Act


class Audit(Protocol):
    async def head(self) -> Head | None:
        """The last link of the chain over it; None: there is none yet."""
        ...

    async def search(self, query: Query, zone: tzinfo | None, *, most: int, by: Act) -> Sequence[Found]:
        """The newest first. That it was looked for is an entry itself, and not among those that are found before it."""
        ...

    async def certify(self, *, by: Act) -> None:
        """Say on the trail how much of what was deleted since this was said last: numbers, and a digest over the
        entries that are counted; no names."""
        ...

    async def leavers(self, *, at_most: int) -> Mapping[UserId, Sequence[Named]]:
        """Whom the trail still names though all else of him was forgotten, and where; to be asked outside of a
        transaction. Whoever was looked at longest ago comes first."""
        ...

    async def erase(self, user: UserId, gone: Collection[Named], why: str, *, is_all: bool, by: Act) -> None:
        """By law; an entry of its own says so. `is_all`: he needn't be looked for again."""
        ...
