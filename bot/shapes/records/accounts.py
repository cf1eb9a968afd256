"""What is to be done to accounts in WeCom, and who leaves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.accounts.account import Account
from bot.domain.accounts.leaving import Leaving
from bot.domain.accounts.newcomer import Employment
from bot.domain.accounts.works import Work
from bot.identifiers import UserId
from bot.shapes.act import Act


class AccountWorks(Protocol):
    async def hold(self) -> None:
        """Nobody else asks for an account before this transaction ends: the same one would be promised to two."""
        ...

    async def add(self, work: Work, *, by: Act) -> Work:
        """With its number."""
        ...

    async def get(self, number: int, now: datetime) -> Work | None: ...

    async def save(self, work: Work, *, was: int, by: Act) -> bool:
        """Once it is over, its mobile number is gone. False: somebody was quicker, nothing was changed."""
        ...

    async def open_ones(self, now: datetime | None = None) -> Sequence[Work]:
        """The oldest first; in the zone of `now`."""
        ...

    async def of_cause(self, cause: str, now: datetime) -> Sequence[Work]: ...

    async def of_user(self, user: UserId, now: datetime) -> Sequence[Work]:
        """The newest first."""
        ...

    async def of_mobile(self, mobile: str, now: datetime) -> Sequence[Work]:
        """Also of what is over; the newest first."""
        ...

    async def misfits(self, mobiles: Mapping[UserId, str]) -> frozenset[UserId]:
        """Who is said to have another number than his account was opened with, or one that somebody else's was."""
        ...


class Leavings(Protocol):
    async def hold(self, user: UserId) -> None:
        """Nobody else registers his leaving before this transaction ends."""
        ...

    async def add(self, leaving: Leaving, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Leaving | None: ...

    async def open_of(self, user: UserId, now: datetime) -> Leaving | None:
        """His, whose account isn't deleted yet."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Leaving]:
        """The oldest first."""
        ...

    async def save(self, leaving: Leaving, change: str, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...


class AccountsSeen(Protocol):
    """What is known of accounts beside the directory."""

    async def known(self) -> frozenset[UserId]: ...

    async def add(self, accounts: Sequence[Account], *, by: Act) -> None:
        """Those that are known already stay as they are."""
        ...

    async def get(self, user: UserId) -> Account | None: ...

    async def put(self, account: Account, *, by: Act) -> None: ...

    async def forget(self, users: Collection[UserId]) -> None: ...

    async def seen_since(self, day: date) -> Sequence[Account]: ...

    async def ending(self, first: date, last: date) -> Sequence[Account]:
        """Whose last day is one of these."""
        ...

    async def employed(self) -> Mapping[UserId, Employment]:
        """How everybody is who isn't here for good."""
        ...

    async def unconfirmed(self, since: date) -> frozenset[UserId]:
        """Who hasn't said since that day that his profile is right."""
        ...


class AccountDifferences(Protocol):
    """Differences between lists that somebody was told of, by what stands for them."""

    async def told(self) -> frozenset[str]: ...

    async def skipped(self) -> frozenset[str]:
        """Those that are right as they are."""
        ...

    async def note(self, keys: Sequence[str], *, by: Act) -> None: ...

    async def skip(self, key: str, *, by: Act) -> None: ...
