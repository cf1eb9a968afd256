"""Accidents, as they were told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.accidents.reports import Accident, AccidentState, Facts, Note, NoteKind
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act


class Accidents(Protocol):
    async def decide_alone(self) -> None:
        """Until the transaction ends nobody else decides whether an accident is new, so that none is entered twice."""
        ...

    async def open(self, number: str, facts: Facts, *, chat: ChatId | None, by: Act) -> Accident:
        """Reported by the one who acts."""
        ...

    async def get(self, number: str) -> Accident | None: ...

    async def heard_since(self, moment: datetime) -> Sequence[Accident]:
        """Those that are not closed and were told of since, the latest first."""
        ...

    async def add(self, accident: Accident, text: str, kind: NoteKind, *, place: str | None = None, by: Act) -> None:
        """`place` is taken down where none was said before."""
        ...

    async def log(self, number: str, kind: NoteKind, about: UserId, text: str = "", *, at: datetime) -> None:
        """What was done about it; unlike `add` it is nothing that was told of it."""
        ...

    async def notes(self, number: str) -> Sequence[Note]:
        """In the order in which they were added."""
        ...

    async def added_by(self, user: UserId, *, since: datetime) -> int:
        """How often he has added to any of them."""
        ...

    async def told_by(self, user: UserId, *, since: datetime) -> Sequence[datetime]:
        """When he told of one, whether first or again, and whatever became of it."""
        ...

    async def take(self, accident: Accident, *, by: Act) -> bool:
        """Somebody who is in charge knows of it. False: somebody was quicker, and nothing was changed."""
        ...

    async def release(self, accident: Accident, *, by: Act) -> bool:
        """Who took it can't see to it: it waits again. False: it isn't his."""
        ...

    async def close(self, accident: Accident, state: AccidentState, *, why: str = "", by: Act) -> bool:
        """False: it was closed already."""
        ...

    async def between(self, begins: datetime, ends: datetime) -> Sequence[Accident]:
        """Those first told of from `begins` until before `ends`, whatever became of them; the oldest first."""
        ...

    async def closed_since(self, moment: datetime) -> Sequence[Accident]:
        """The latest first."""
        ...

    async def reopen(self, accident: Accident, *, by: Act) -> bool:
        """It waits for somebody again. False: it isn't closed."""
        ...
