"""Rooms that the bot does not know yet, or not by all their ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.groups.pairing import PairingCode
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class UnknownChat:
    """`first_user` is who addressed the bot there when it was told that nobody registered it."""

    chat: ChatId
    first_user: UserId
    hinted_at: datetime


class Pairings(Protocol):
    """Codes that pair two ids of one room."""

    async def issue(self, code: str, group: GroupId, *, closes_at: datetime, by: Act) -> None:
        """The only one of that group that is good from now on."""
        ...

    async def find(self, code: str, now: datetime) -> PairingCode | None:
        """One that may still be used."""
        ...

    async def use(self, code: PairingCode, *, by: Act) -> bool:
        """False: somebody was quicker."""
        ...

    async def note_wrong(self, user: UserId, at: datetime) -> None: ...

    async def wrong(self, user: UserId, *, since: datetime) -> int:
        """How many times he typed one that is none."""
        ...


class UnknownChats(Protocol):
    """Chats in which the bot was addressed and that nobody registered."""

    async def hint(self, chat: ChatId, user: UserId, at: datetime) -> bool:
        """Whether it was not told yet, and is told now."""
        ...

    async def all(self) -> Sequence[UnknownChat]:
        """The newest first; also those that were registered since."""
        ...
