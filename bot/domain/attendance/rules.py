"""What the company reads of its people's punches, and what it expects of them."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.attendance.slot import Slot


@dataclass(frozen=True, slots=True)
class AttendanceRules:
    """`slots`: when people punch on each day of work. `grace`: how long after a shift they are looked at."""

    slots: tuple[Slot, ...] = (Slot.AM_IN, Slot.PM_OUT)
    grace: timedelta = timedelta(hours=2)
