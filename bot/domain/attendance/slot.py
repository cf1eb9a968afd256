"""The moments of a day at which people may have to punch."""

from enum import StrEnum


class Slot(StrEnum):
    AM_IN = "上班"
    AM_OUT = "上午下班"
    PM_IN = "下午上班"
    PM_OUT = "下班"

    @property
    def comes_in(self) -> bool:
        return self in (Slot.AM_IN, Slot.PM_IN)
