"""Tags that the bot keeps, and who bears them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.domain.tags.tag import WorkTag
from bot.identifiers import UserId
from bot.shapes.act import Act


class WorkTags(Protocol):
    async def all(self) -> Sequence[WorkTag]:
        """By name."""
        ...

    async def hold(self, number: int) -> WorkTag | None:
        """As it is now; nobody else changes it before the transaction ends."""
        ...

    async def named(self, name: str) -> WorkTag | None: ...

    async def make(self, name: str, *, by_rule: bool, by: Act) -> WorkTag:
        """There is none of that name."""
        ...

    async def save(self, tag: WorkTag, what: str, *, by: Act) -> None:
        """`what` has become of it, for the trail."""
        ...

    async def bearers(self, number: int) -> frozenset[UserId]: ...

    async def losing(self, number: int) -> frozenset[UserId]:
        """From whom it is still to be taken in WeCom."""
        ...

    async def counts(self) -> Mapping[int, int]:
        """How many bear each; a tag that nobody bears is missing."""
        ...

    async def of(self, user: UserId) -> Sequence[WorkTag]: ...

    async def give(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> int:
        """How many didn't bear it."""
        ...

    async def take(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> int:
        """How many bore it. Where WeCom has it, they are among those who lose it, until `lost`."""
        ...

    async def lost(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> None:
        """WeCom has taken it from them."""
        ...

    async def written(self, tag: WorkTag, added: Collection[UserId], removed: Collection[UserId], *, by: Act) -> None:
        """What WeCom took, for the trail."""
        ...
