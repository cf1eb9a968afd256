"""A command that waits for its asker's yes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.identifiers import ChatId, UserId

CONFIRM_WITHIN = timedelta(minutes=30)


class ConfirmationState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """`line` is the command as it was understood; it is read again, and rights are checked again, on the yes."""

    id: int
    asker: UserId
    line: str
    asked_at: datetime
    closes_at: datetime
    state: ConfirmationState = ConfirmationState.OPEN
    chat: ChatId | None = None
    quote: str | None = None  # what the line quoted

    def is_open(self, now: datetime) -> bool:
        return self.state is ConfirmationState.OPEN and now <= self.closes_at
