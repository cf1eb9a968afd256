"""From where a phrase is looked at: the moment, the calendar, the shift, and whether it points ahead or back."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT, Shift


class Lean(Enum):
    """What is asked for lies ahead (leave, notices) or behind (corrections, accidents, reports)."""

    FUTURE = "future"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class View:
    """`by_calendar`: days are counted as they come, not working days (产假, a mute)."""

    now: datetime
    calendar: Calendar
    shift: Shift = DAY_SHIFT
    lean: Lean = Lean.FUTURE
    by_calendar: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def ahead(self) -> bool:
        return self.lean is Lean.FUTURE
