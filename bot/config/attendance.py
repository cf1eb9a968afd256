"""What the configuration says of attendance."""

from datetime import timedelta
from typing import Literal

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.attendance.rules import AttendanceRules
from bot.domain.attendance.slot import Slot


class AttendanceSection(Section):
    """`read_punches`: whether WeCom is asked who has punched, and people are reminded of a punch that is missing."""

    read_punches: bool = False
    slots: list[Literal["AM_IN", "AM_OUT", "PM_IN", "PM_OUT"]] = Field(default=["AM_IN", "PM_OUT"], min_length=1)
    grace_minutes: int = Field(default=120, ge=10, le=600)

    @field_validator("slots")
    @classmethod
    def _each_once(cls, slots: list[str]) -> list[str]:
        if len(set(slots)) < len(slots):
            raise ValueError("每次打卡只写一遍")
        return slots

    def rules(self) -> AttendanceRules:
        return AttendanceRules(tuple(Slot[name] for name in self.slots), timedelta(minutes=self.grace_minutes))
