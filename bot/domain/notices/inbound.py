"""What comes in because of publishing, and waits for an answer by a day (HF-…): what a reader says to a notice (S282),
what a department wants others to know (S206, D9§5)."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import Final, Self

from bot.domain.calendar.calendar import Calendar
from bot.identifiers import UserId

PREFIX: Final = "HF"
WORKDAYS: Final = 2  # until when it is answered
DUE_AT: Final = time(17, 30)
REMINDED_AT: Final = time(9, 30)  # on its last day
LONGEST: Final = 500  # characters of what is said, and of the answer


class InboundState(StrEnum):
    OPEN = "待答复"
    ANSWERED = "已答复"
    CLOSED = "不用答复"


@dataclass(frozen=True, slots=True)
class Inbound:
    """`about`: the number of a notice, or `week department` of a department's news. `owners`: any of them answers."""

    number: str
    about: str
    words: str
    asker: UserId
    owners: tuple[UserId, ...]
    at: datetime
    due: datetime
    state: InboundState = InboundState.OPEN
    answer: str = ""
    answered_by: UserId | None = None
    answered_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is InboundState.OPEN

    def settled(self, state: InboundState, answer: str, by: UserId, now: datetime) -> Self:
        return replace(self, state=state, answer=answer, answered_by=by, answered_at=now, version=self.version + 1)

    def told_anew(self, words: str) -> Self:
        return replace(self, words=words, version=self.version + 1)


def due_at(now: datetime, calendar: Calendar) -> datetime:
    """The end of the second working day after."""
    return datetime.combine(calendar.add_workdays(now.date(), WORKDAYS), DUE_AT, now.tzinfo)


def timers(inbound: Inbound, calendar: Calendar) -> dict[str, datetime]:
    """On its last day, when it is over, and on the next working day once more to those above."""
    zone = inbound.due.tzinfo
    last, after = inbound.due.date(), calendar.next_workday(inbound.due.date())
    return {
        "remind": datetime.combine(last, REMINDED_AT, zone),
        "over": inbound.due,
        "climb": datetime.combine(after, REMINDED_AT, zone),
    }
