"""Incidents of security, under seal: neither what was told nor by whom can be read without the key."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.security.incident import Incident, Line, Logged
from bot.identifiers import UserId
from bot.shapes.act import Act


class SecurityReceipts(Protocol):
    """Who has pressed that he has read a reminder; `about`: which one, as `passwords:2027-02-22`."""

    async def note(self, about: str, user: UserId, *, by: Act) -> bool:
        """False: it was noted before."""
        ...

    async def count(self, about: str) -> int: ...


class Incidents(Protocol):
    async def hold(self, teller: UserId) -> None:
        """Until the transaction ends nothing else that he tells is taken."""
        ...

    async def add(self, incident: Incident, *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str, now: datetime) -> Incident | None: ...

    async def save(self, incident: Incident, kind: Logged, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def note(self, number: str, kind: Logged, text: str = "", *, by: Act) -> None: ...

    async def lines(self, number: str) -> Sequence[Line]:
        """In the order in which they were written."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Incident]:
        """The oldest first."""
        ...

    async def told_by(self, teller: UserId, now: datetime, *, since: datetime) -> Sequence[Incident]:
        """The newest first."""
        ...

    async def told_between(self, since: datetime, until: datetime, now: datetime) -> Sequence[Incident]:
        """All that was told in that time, the oldest first: for figures."""
        ...

    async def forget(self, number: str, *, by: Act) -> None:
        """All of it; the trail keeps the number and that it went."""
        ...
