"""An appeal against a case: one for each case, decided once, by somebody who had no part in it (D12§二.1, S196)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.moderation.history import PastState
from bot.identifiers import UserId

ASKED_AT: Final = time(9)  # of a working day, when judges are reminded
REMINDED_BEFORE: Final = 1  # working days before the answer is due
AGAIN_AFTER: Final = 2  # working days after nobody answered in time, those above are asked; then again
MOST_RUNGS: Final = 4
MOST_STATEMENTS: Final = 5  # of one person about one appeal; each is a message to whoever judges


class Ruling(StrEnum):
    """The value is what people read and type."""

    UPHELD = "维持"
    MITIGATED = "减轻"  # it stands and counts, as a warning
    OVERTURNED = "撤销"  # it never counted
    PARDONED = "免除"  # somebody entitled forgave it meanwhile


STATE_AFTER: Final = {
    Ruling.UPHELD: PastState.CONFIRMED,
    Ruling.MITIGATED: PastState.CONFIRMED,
    Ruling.OVERTURNED: PastState.OVERTURNED,
    Ruling.PARDONED: PastState.PARDONED,
}
"""What the ladder sees of the case then."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """`case`: its number, and the appeal's. `judges`: who is asked; any one of them decides. `rung`: how often others
    had to be asked since nobody answered. `paused`: what was left of a measure when it was put off until the ruling.

    `version` grows with every change; whoever changes it must have seen the newest.
    """

    case: str
    appellant: UserId
    filed_at: datetime
    answer_by: datetime
    judges: tuple[UserId, ...]
    rung: int = 0
    paused: timedelta | None = None
    ruling: Ruling | None = None
    ruled_by: UserId | None = None
    ruled_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.ruling is None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one of the two sides adds; it is never changed or taken back."""

    by: UserId
    at: datetime
    text: str | None  # None: no key here opens it


def answer_by(now: datetime, days: int, calendar: Calendar) -> datetime:
    """The end of the last working day of so many."""
    return _begin(calendar.add_workdays(now.date(), days) + timedelta(days=1), now)


def reminded_at(appeal: Appeal, calendar: Calendar) -> datetime:
    """On the morning of the last working day but one; where that is over, of the last."""
    last = appeal.answer_by.date() - timedelta(days=1)
    day = max(calendar.add_workdays(last, -REMINDED_BEFORE), appeal.filed_at.date() + timedelta(days=1))
    return datetime.combine(day, ASKED_AT, appeal.answer_by.tzinfo)


def late_at(appeal: Appeal, calendar: Calendar) -> datetime:
    """When others are asked: on the first working morning after it was due, then every so many working days."""
    day = calendar.add_workdays(appeal.answer_by.date() - timedelta(days=1), 1)
    if appeal.rung:
        day = calendar.add_workdays(day, AGAIN_AFTER * appeal.rung)
    return datetime.combine(day, ASKED_AT, appeal.answer_by.tzinfo)


def _begin(day: date, like: datetime) -> datetime:
    return datetime.combine(day, time(), like.tzinfo)
