"""Reminders, their words under seal. The trail has who is reminded by whom, and never of what."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.reminders.reminder import Reminder, ReminderState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.reminders import ReminderRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

UNREADABLE: Final = "（内容读不出来了）"


class ReminderTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, reminder: Reminder, *, by: Act) -> None:
        await ReminderRecord.create(
            number=reminder.number,
            asker=reminder.asker,
            user=reminder.user,
            text=self._seal.seal_text(reminder.text, _about(reminder.number)),
            at=reminder.at,
            state=reminder.state.name,
        )
        await _note(reminder, "asked", by)

    async def get(self, number: str, now: datetime) -> Reminder | None:
        row = await ReminderRecord.get_or_none(number=number)
        return self._reminder(row, now) if row else None

    async def some(self, numbers: Collection[str], now: datetime) -> Sequence[Reminder]:
        rows = ReminderRecord.filter(number__in=list(numbers)).order_by("number")
        return [self._reminder(row, now) for row in await rows]

    async def settle_all(self, reminders: Collection[Reminder], state: ReminderState, *, by: Act) -> bool:
        numbers = [each.number for each in reminders]
        rows = ReminderRecord.filter(number__in=numbers, state=ReminderState.WAITING.name)
        if await rows.update(state=state.name, closed_at=by.at) != len(numbers):
            return False
        noted = {_subject(each): _whose(each) for each in reminders}
        await trail.record_all(by, f"reminder.{state.name.lower()}", noted)
        return True

    async def settle(self, reminder: Reminder, state: ReminderState, *, by: Act) -> bool:
        row = ReminderRecord.filter(number=reminder.number, state=reminder.state.name)
        if not await row.update(state=state.name, closed_at=by.at):
            return False
        await _note(reminder, state.name.lower(), by)
        return True

    async def waiting_of(self, asker: UserId, now: datetime) -> Sequence[Reminder]:
        rows = ReminderRecord.filter(asker=asker, state=ReminderState.WAITING.name).order_by("at", "number")
        return [self._reminder(row, now) for row in await rows]

    async def between(self, user: UserId, first: datetime, last: datetime, now: datetime) -> Sequence[Reminder]:
        rows = ReminderRecord.filter(user=user, at__gte=first, at__lt=last).order_by("at", "number")
        kept = rows.exclude(state__in=[ReminderState.CANCELLED.name, ReminderState.LAPSED.name])
        return [self._reminder(row, now) for row in await kept]

    async def forget(self, before: datetime, *, by: Act, held: Collection[str]) -> int:
        old = ReminderRecord.filter(closed_at__lt=before)
        kept = list(held)
        number = await old.exclude(number__in=kept).exclude(asker__in=kept).exclude(user__in=kept).delete()
        if number:
            await trail.record(by, "reminders.forgotten", "reminders", number=number)
        return number

    def _reminder(self, row: ReminderRecord, now: datetime) -> Reminder:
        try:
            text = self._seal.open_text(row.text, _about(row.number))
        except UnopenableError:
            text = UNREADABLE
        return Reminder(
            number=row.number,
            asker=UserId(row.asker),
            user=UserId(row.user),
            text=text,
            at=row.at.astimezone(now.tzinfo),
            state=ReminderState[row.state],
        )


def _about(number: str) -> str:
    return f"reminder {number}"


async def _note(reminder: Reminder, what: str, by: Act) -> None:
    await trail.record(by, f"reminder.{what}", _subject(reminder), **_whose(reminder))


def _subject(reminder: Reminder) -> str:
    return f"reminder:{reminder.number}"


def _whose(reminder: Reminder) -> Mapping[str, str]:
    return {"asker": reminder.asker, "user": reminder.user}
