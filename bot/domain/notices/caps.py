"""How much a day may bring to one reader, and what becomes of the rest (S213, D11§二.6).

The policy asks for measured times and frequency and gives no figures: these are the operator's. What is over goes into
a digest; nothing is lost.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar

FARTHEST: Final = 60  # days to look for a working day


@dataclass(frozen=True, slots=True)
class CapRules:
    """`person`, `group`: notices a day that come to one by themselves; 0: as many as there are. `slots`: at which
    times of a working day the digests go out. `burst`: what falls due so close together in one group is one post;
    0: never.
    """

    person: int = 5
    group: int = 3
    slots: tuple[time, ...] = (time(11, 30), time(17, 0))
    burst: timedelta = timedelta(minutes=10)

    def most(self, *, rooms: bool) -> int:
        return self.group if rooms else self.person

    def next_slot(self, now: datetime, calendar: Calendar) -> datetime:
        """The first one later than `now`, on a working day."""
        for number in range(FARTHEST):
            day = now.date() + timedelta(days=number)
            for slot in sorted(self.slots):
                at = datetime.combine(day, slot, now.tzinfo)
                if at > now and calendar.is_workday(day):
                    return at
        return now
