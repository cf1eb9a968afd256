"""Reminders that somebody asked for."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.reminders.reminder import Reminder, ReminderState
from bot.identifiers import UserId
from bot.shapes.act import Act


class Reminders(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, reminder: Reminder, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Reminder | None: ...

    async def some(self, numbers: Collection[str], now: datetime) -> Sequence[Reminder]: ...

    async def settle_all(self, reminders: Collection[Reminder], state: ReminderState, *, by: Act) -> bool:
        """All of them waited. False: not all do any more, and whoever asked for it takes back what he did."""
        ...

    async def settle(self, reminder: Reminder, state: ReminderState, *, by: Act) -> bool:
        """False: it is in another state by now, and nothing was changed."""
        ...

    async def waiting_of(self, asker: UserId, now: datetime) -> Sequence[Reminder]:
        """What he asked for and is still to come, the next first."""
        ...

    async def between(self, user: UserId, first: datetime, last: datetime, now: datetime) -> Sequence[Reminder]:
        """What he is to be told then, or was; the last moment is left out. Without what was called off."""
        ...

    async def forget(self, before: datetime, *, by: Act, held: Collection[str]) -> int:
        """What was over before that; `held`: numbers and accounts of which nothing goes."""
        ...
