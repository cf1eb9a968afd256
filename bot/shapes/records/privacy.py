"""Who looked at what is private."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.data_views import DataView
from bot.identifiers import UserId
from bot.shapes.act import Act


class DataViews(Protocol):
    async def note(self, view: DataView, *, by: Act) -> None: ...

    async def of(self, whose: UserId, now: datetime, *, most: int) -> Sequence[DataView]:
        """The newest first. Moments come back in the time zone of `now`."""
        ...

    async def count(self, whose: UserId) -> int: ...

    async def forget(self, before: datetime, *, by: Act) -> None:
        """Delete what is older."""
        ...


class PrivateWords(Protocol):
    """What was said to a private command, and what its sender was answered: kept until it has surely been delivered."""

    async def note(self, cause: str, user: UserId, at: datetime) -> None:
        """They go some time after `at`. Said twice of a message, it is said once."""
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
