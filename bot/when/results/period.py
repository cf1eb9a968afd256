"""Time off: days with their halves, hours, or only a start."""

from dataclasses import dataclass
from datetime import date

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import day_seen


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """Only its start was said: 12月1号开始. How long it lasts follows from the kind of leave, or has to be asked."""

    start: date
    half: Half | None = None

    @property
    def iso(self) -> str:
        return f"{self.start.isoformat()}{self.half.name if self.half else ''}/"

    def said(self, today: date) -> str:
        return f"{day_seen(self.start, today)}{self.half or ''}起"


Period = Span | TimeSpan | OpenSpan
