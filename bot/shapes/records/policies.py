"""Versions of policies that were written for publication."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.domain.desk.knowledge.passage import Passage
from bot.domain.policies.release import Release
from bot.shapes.act import Act


class Releases(Protocol):
    async def hold(self, policy: str) -> None:
        """Until the transaction ends nobody else writes a version of it."""
        ...

    async def add(self, release: Release, text: Sequence[Passage], *, by: Act) -> None:
        """`text` has one passage at least."""
        ...

    async def all(self) -> Sequence[Release]:
        """The oldest first."""
        ...

    async def text(self, number: str) -> Sequence[Passage]:
        """As it was then; empty: there is no such version."""
        ...

    async def forget(self, numbers: Collection[str], *, by: Act, held: Collection[str] = ()) -> int:
        """How many there were; those that are `held` stay."""
        ...
