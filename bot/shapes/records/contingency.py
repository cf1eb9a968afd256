"""Plans for emergencies, their files, and who has read which."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.contingency.plan import Contingency, Enclosure
from bot.identifiers import UserId
from bot.shapes.act import Act


class Contingencies(Protocol):
    async def add(self, plan: Contingency, *, by: Act) -> None: ...

    async def get(self, number: str) -> Contingency | None: ...

    async def save(self, plan: Contingency, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def valid(self) -> Sequence[Contingency]:
        """In the order of their numbers."""
        ...

    async def draft_of(self, user: UserId, *, since: datetime) -> Contingency | None:
        """The last that he has written since and not let out."""
        ...

    async def enclose(self, number: str, enclosure: Enclosure, *, by: Act) -> bool:
        """False: it is there already."""
        ...

    async def enclosures(self, number: str) -> Sequence[Enclosure]:
        """In the order in which they came."""
        ...

    async def read_by(self, number: str, user: UserId, *, by: Act) -> bool:
        """False: he said so before."""
        ...

    async def readers(self, number: str) -> frozenset[UserId]: ...
