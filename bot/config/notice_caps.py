"""What the configuration says of how many notices a day may bring."""

from datetime import time, timedelta

from pydantic import Field

from bot.config.sections import Section
from bot.domain.notices.caps import CapRules


class CapsSection(Section):
    """`slots`: times of a working day."""

    person: int = Field(default=5, ge=0, le=1000)
    group: int = Field(default=3, ge=0, le=1000)
    slots: tuple[time, ...] = Field(default=(time(11, 30), time(17, 0)), min_length=1, max_length=6)
    burst_minutes: int = Field(default=10, ge=0, le=60)

    def rules(self) -> CapRules:
        slots = tuple(sorted(set(self.slots)))
        return CapRules(self.person, self.group, slots, timedelta(minutes=self.burst_minutes))
