"""What HR says of people, where leave depends on it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.leave.facts.fact import Fact
from bot.identifiers import UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, who wrote it down and when."""

    fact: Fact
    by: str
    at: datetime


class LeaveFacts(Protocol):
    async def add(self, facts: Sequence[Fact], *, by: Act) -> None:
        """They count for everybody once the transaction is over."""
        ...

    async def of(self, user: UserId) -> Sequence[Said]:
        """Everything that was ever said of one person, in the order of writing."""
        ...

    async def said(self, users: Collection[UserId]) -> Mapping[UserId, Sequence[Fact]]:
        """The same of many, without who wrote it; nobody of whom nothing was said."""
        ...
