"""Why somebody is reminded of a hazard, and whether that still holds when he reads it."""

from enum import StrEnum
from typing import Final

from bot.domain.safety.hazards.deadlines import Due
from bot.domain.safety.hazards.hazard import OPEN, Hazard, HazardState

_AT_WORK: Final = (HazardState.ASSIGNED, HazardState.FIXING)
_UNASSIGNED: Final = (HazardState.REPORTED, HazardState.GRADED)
_STATES: Final = {
    Due.ASSIGN: _UNASSIGNED,
    Due.ASSIGN_LATE: _UNASSIGNED,
    Due.UNASSIGNED: _UNASSIGNED,
    Due.ACCEPT: (HazardState.ASSIGNED,),
    Due.TOMORROW: _AT_WORK,
    Due.OVERDUE: _AT_WORK,
    Due.VERIFY: (HazardState.TO_VERIFY,),
    Due.DAILY: OPEN,
    Due.DAILY_MISSED: OPEN,
    Due.FILE: OPEN,
    Due.LOOK_BACK: (HazardState.CLOSED,),
}
OVERTAKEN: Final = {Due.ASSIGN: Due.UNASSIGNED, Due.TOMORROW: Due.OVERDUE}  # where nobody was there in time


class To(StrEnum):
    """In which part somebody hears of it."""

    DO = "do"  # it is his to do
    GIVE = "give"  # whoever had it has left: it is his to give to somebody else
    STAND_IN = "stand-in"  # whose it is doesn't do it
    ABOVE = "above"  # who stands above whose it is
    TOP = "top"  # who heads the unit


def holds(hazard: Hazard, due: Due) -> bool:
    """Whether there is still something to be reminded of, as the hazard stands now."""
    return hazard.state in _STATES.get(due, ())
