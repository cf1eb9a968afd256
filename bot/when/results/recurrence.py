"""What comes again, as a value and as the string that scripts know.

`WEEKLY;MO;08:00`, `MONTHLY;FIRST_WORKDAY;09:00`, `HOLIDAY;-3;09:00`; likewise `DAILY;08:00`, `WORKDAYS;08:00`,
`WEEKLY;MO,WE;08:00`, `MONTHLY;15;09:00`, `MONTHLY;LAST_WORKDAY;17:00`, `MONTHLY;WORKDAY3;09:00`,
`MONTHLY;LAST_DAY;17:00`, `MONTHLY;FR-1;16:00` (the last Friday), `QUARTERLY;FIRST_WORKDAY;09:00`, `YEARLY;06-16;09:00`.
"""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Every(StrEnum):
    DAY = "DAILY"
    WORKDAY = "WORKDAYS"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    QUARTER = "QUARTERLY"
    YEAR = "YEARLY"
    HOLIDAY = "HOLIDAY"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`on` is the middle of its string, empty where there is none. `at` is None where no time was said."""

    every: Every
    on: str = ""
    at: time | None = None

    def text(self, otherwise: time) -> str:
        """As scripts know it; `otherwise` is its time if none was said."""
        return ";".join(filter(None, (self.every.value, self.on, f"{self.at or otherwise:%H:%M}")))
