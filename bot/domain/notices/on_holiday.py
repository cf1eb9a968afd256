"""What becomes of something regular on a day of rest: known to plans of other kinds as well."""

from enum import StrEnum


class OnHoliday(StrEnum):
    """What becomes of one that falls on a day of rest; the contract's words."""

    NEXT_WORKDAY = "next_workday"
    PREVIOUS_WORKDAY = "previous_workday"
    SKIP = "skip"
    STAY = "stay"  # it is posted all the same: it was asked for on just that day
