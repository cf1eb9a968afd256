"""Surveys with what was answered, activities with who comes."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.surveys.activity import Activity
from bot.domain.surveys.survey import Ballot, Survey
from bot.identifiers import UserId
from bot.shapes.act import Act


class Surveys(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, survey: Survey, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Survey | None: ...

    async def save(self, survey: Survey, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, author: UserId, now: datetime, *, most: int) -> Sequence[Survey]:
        """The newest first."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Survey]:
        """The first to end first."""
        ...

    async def answer(self, survey: Survey, user: UserId, choice: int | None, words: str, *, by: Act) -> bool:
        """His answer, in place of the one before. Whether there was one. Of an anonymous survey nothing says whose."""
        ...

    async def answers(self, survey: Survey) -> Sequence[Ballot]:
        """Of an anonymous one in no order that says when they came."""
        ...

    async def forget_answers(self, number: str, *, by: Act, held: Collection[str] = ()) -> bool:
        """But those of whoever is held; whether none is left."""
        ...


class Activities(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, activity: Activity, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Activity | None: ...

    async def hold(self, number: str, now: datetime) -> Activity | None:
        """The same; nobody else signs up or withdraws until the transaction ends."""
        ...

    async def save(self, activity: Activity, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, author: UserId, now: datetime, *, most: int) -> Sequence[Activity]:
        """The newest first."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Activity]:
        """The first to begin first."""
        ...

    async def sign_up(self, number: str, user: UserId, *, by: Act) -> bool:
        """False: he had."""
        ...

    async def withdraw(self, number: str, user: UserId, *, by: Act) -> bool:
        """False: he hadn't signed up."""
        ...

    async def signed_up(self, number: str) -> Sequence[tuple[UserId, datetime]]:
        """Who came first comes first."""
        ...

    async def forget_people(self, number: str, *, by: Act, held: Collection[str] = ()) -> bool:
        """But whoever is held; whether nobody is left."""
        ...
