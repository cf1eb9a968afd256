"""What was handed to human resources and the lawyers, and what mustn't go meanwhile."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.matters.matter import Matter, MatterNote, Told
from bot.identifiers import UserId
from bot.shapes.act import Act


class Matters(Protocol):
    async def add(self, matter: Matter, reason: str, kind: Told, *, by: Act) -> None:
        """With the first line of its log, of the kind `kind`."""
        ...

    async def get(self, number: str, now: datetime) -> Matter | None: ...

    async def reason(self, number: str) -> str | None:
        """None: no key here opens it."""
        ...

    async def save(self, matter: Matter, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Matter]:
        """The oldest first."""
        ...

    async def of(self, target: UserId, now: datetime) -> Sequence[Matter]:
        """All about him, the oldest first."""
        ...

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None: ...

    async def notes(self, number: str) -> Sequence[MatterNote]:
        """In the order in which they were written."""
        ...


class Holds(Protocol):
    async def keep(self, matter: Matter, *, by: Act) -> None:
        """Nothing of what it names goes, until it is let go."""
        ...

    async def let_go(self, matter: Matter, *, by: Act) -> None: ...

    async def held(self) -> frozenset[str]:
        """Numbers and accounts of which nothing goes now."""
        ...
