"""A stretch of time off: whole and half days, or by the clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.dates import days_seen


class Half(StrEnum):
    AM = "上午"
    PM = "下午"

    @property
    def other(self) -> "Half":
        return Half.PM if self is Half.AM else Half.AM


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, both included.

    `start_half` is PM where it begins after lunch, `end_half` is AM where it ends before; a single half day has both.
    """

    start: date
    end: date
    start_half: Half | None = None
    end_half: Half | None = None

    @property
    def calendar_days(self) -> int:
        """Rest days and holidays included; a half day is one."""
        return (self.end - self.start).days + 1

    @property
    def iso(self) -> str:
        """`2026-11-23`, `2026-11-23PM`, `2026-11-25/2026-11-27`, `2026-11-23PM/2026-11-25AM`"""
        start, end = self.start.isoformat(), self.end.isoformat()
        first = start + (self.start_half.name if self.start_half else "")
        last = end + (self.end_half.name if self.end_half else "")
        return first if first == last else f"{first}/{last}"

    def said(self, today: date) -> str:
        """`11月23日(周一)下午`, `11月25日(周三)至11月27日(周五)`"""
        if self.start == self.end:
            return days_seen(self.start, self.end, today) + (self.start_half or "")
        if not (self.start_half or self.end_half):
            return days_seen(self.start, self.end, today)
        first = days_seen(self.start, self.start, today) + (self.start_half or "")
        return f"{first}至{days_seen(self.end, self.end, today)}{self.end_half or ''}"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """By the clock; `end` may lie on the next day."""

    start: datetime
    end: datetime

    @property
    def iso(self) -> str:
        """`2026-11-23T15:00/2026-11-23T17:00`"""
        return f"{self.start:%Y-%m-%dT%H:%M}/{self.end:%Y-%m-%dT%H:%M}"

    def said(self, today: date) -> str:
        """`11月23日(周一) 15:00至17:00`, `11月21日(周六) 22:00至次日 06:00`"""
        first = f"{days_seen(self.start.date(), self.start.date(), today)} {self.start:%H:%M}"
        if self.end.date() == self.start.date():
            return f"{first}至{self.end:%H:%M}"
        if self.end.date() == self.start.date() + timedelta(days=1):
            return f"{first}至次日 {self.end:%H:%M}"
        return f"{first}至{days_seen(self.end.date(), self.end.date(), today)} {self.end:%H:%M}"
