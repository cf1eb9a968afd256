"""Who looked at what is private."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.data_views import DataView
from bot.domain.privacy.wishes import Wish
from bot.identifiers import UserId
from bot.shapes.act import Act


class DataViews(Protocol):
    async def note(self, view: DataView, *, by: Act) -> None: ...

    async def of(self, whose: UserId, now: datetime, *, most: int) -> Sequence[DataView]:
        """The newest first. Moments come back in the time zone of `now`."""
        ...

    async def count(self, whose: UserId) -> int: ...

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        """Delete what is older."""
        ...


class OwnRows(Protocol):
    async def counted(self, user: UserId) -> Mapping[str, int]:
        """How many rows are about somebody, by table; of those that the register counts, without those of none."""
        ...

    async def of(self, user: UserId, *, most: int) -> Mapping[str, Sequence[Sequence[Any]]]:
        """The rows themselves, of each table at most so many, the newest first; the columns that the register gives."""
        ...

    async def drop(self, user: UserId, *, by: Act) -> int:
        """Delete what the register lets go when somebody wants it; how many rows."""
        ...

    async def note_taken(self, user: UserId, *, by: Act) -> None:
        """He had a copy of what is kept about him."""
        ...


class DataWishes(Protocol):
    """What people want of what is kept about them; the words are under seal."""

    async def add(self, wish: Wish, text: str, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Wish | None: ...

    async def text(self, number: str) -> str | None:
        """None: no key here opens it."""
        ...

    async def waiting(self, now: datetime, user: UserId | None = None) -> Sequence[Wish]:
        """Those that wait, of somebody or of all; the oldest first."""
        ...

    async def save(self, wish: Wish, answer: str, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        """Those that were answered before then."""
        ...


class PrivateWords(Protocol):
    """What was said to a private command, and what its sender was answered: kept until it has surely been delivered."""

    async def note(self, cause: str, user: UserId, at: datetime) -> None:
        """They go some time after `at`, and what `user` was told because of it. Said twice, it is said once."""
        ...

    async def unsay(self, cause: str) -> None:
        """What was typed goes with the transaction that answers it."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Delete the words of messages noted before then, as far as they are done with; how many were looked at."""
        ...

    async def forget_lines(self, before: datetime) -> None:
        """Delete the lines of questions and cards that nobody can answer any more since then."""
        ...


class SickWarnings(Protocol):
    async def note(self, user: UserId, since: date, *, by: Act) -> bool:
        """The human resources are told of the protected time that began then. False: they were before."""
        ...

    async def of(self, user: UserId) -> Sequence[date]:
        """Of which times of his they were told, by their first days."""
        ...
