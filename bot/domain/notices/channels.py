"""Where the company publishes by the day, and how much it set itself to (S205, D9§5).

Off unless a channel is named. A quota asks for more, caps ask for less: so it counts for named channels, and never for
groups of all staff.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.groups.group import Group
from bot.domain.rights import OPEN_KINDS
from bot.identifiers import GroupId

HOURS: Final = (10, 15, 17)  # o'clock: when its editors hear how far they are
LAST: Final = 17  # whoever supervises hears what is missing


@dataclass(frozen=True, slots=True)
class Channel:
    """`target`: items a day. `groups`: what is posted there counts by itself; without any, as of an official account,
    people publish by hand and note it. `workdays_only`: nothing is asked for on days of rest.
    """

    name: str
    target: int = 5
    groups: tuple[GroupId, ...] = ()
    workdays_only: bool = True

    def counts_on(self, day: date, calendar: Calendar) -> bool:
        return not self.workdays_only or calendar.is_workday(day)

    def counts_in(self, group: Group | None) -> bool:
        return group is not None and group.id in self.groups and group.kind not in OPEN_KINDS
