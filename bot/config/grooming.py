"""What the configuration says of the monthly round in which keepers look through their groups."""

from pydantic import Field

from bot.config.sections import Section
from bot.domain.groups.grooming import Grooming


class GroomingSection(Section):
    """All but `idle_days` are working days, by the calendar. `active = false`: no round begins by itself; `/梳理` still
    does. `clean_workday`: of the month, on which is asked about groups that were quiet for `idle_days`; 0: never."""

    active: bool = True
    workday_of_month: int = Field(default=1, ge=1, le=15)
    overdue_after_days: int = Field(default=5, ge=1, le=20)
    remind_before_days: int = Field(default=1, ge=0, le=10)
    clean_workday: int = Field(default=3, ge=0, le=15)
    idle_days: int = Field(default=90, ge=30, le=730)

    def rules(self) -> Grooming:
        return Grooming(
            self.workday_of_month,
            self.overdue_after_days,
            self.remind_before_days,
            self.active,
            self.clean_workday,
            self.idle_days,
        )
