"""An hour less on every day of work, at one end of the shift (哺乳假: 女职工劳动保护特别规定 art. 9)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.domain.calendar.span import TimeSpan
from bot.domain.dates import days_seen
from bot.domain.leave.amounts import plain, rounded_up
from bot.domain.leave.working_time.schedule import Schedule, days_between


class ShiftEdge(StrEnum):
    START = "shift_start"
    END = "shift_end"


@dataclass(frozen=True, slots=True)
class Daily:
    """From `start` to `until`, both included; `minutes` on each day that is worked."""

    start: date
    until: date
    minutes: int
    at: ShiftEdge

    @property
    def iso(self) -> str:
        """`2026-11-23/2027-03-31 60min shift_end`: equal for equal wishes."""
        return f"{self.start.isoformat()}/{self.until.isoformat()} {self.minutes}min {self.at}"

    def said(self, today: date) -> str:
        """`11月23日(周一)至2027年3月31日(周三)每个工作日下班前 1 小时`"""
        hours = plain(rounded_up(Fraction(self.minutes, 60), Decimal("0.01")))
        edge = "下班前" if self.at is ShiftEdge.END else "上班后"
        return f"{days_seen(self.start, self.until, today)}每个工作日{edge} {hours} 小时"

    def on(self, day: date, schedule: Schedule, zone: tzinfo | None) -> TimeSpan | None:
        """When it is on one day; None where that day isn't worked or lies outside."""
        shift = schedule.shift_on(day) if self.start <= day <= self.until else None
        if shift is None:
            return None
        length = timedelta(minutes=self.minutes)
        begin: datetime = shift.begins(day, zone) if self.at is ShiftEdge.START else shift.ends(day, zone) - length
        return TimeSpan(begin, begin + length)

    def hours(self, schedule: Schedule, first: date, last: date) -> Decimal:
        """What it comes to from `first` to `last`, by the calendar as it is known now; it needn't be settled."""
        stretch = days_between(max(first, self.start), min(last, self.until))
        return rounded_up(Fraction(self.minutes * sum(map(schedule.is_worked, stretch)), 60), Decimal("0.01"))

    def is_provisional(self, schedule: Schedule) -> bool:
        return schedule.is_provisional(self.start, self.until)
