"""The days that a report is about: 上个月, 第三季度, 上半年, 2026年, 11.1-11.15; this month, where nothing is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.calendar import last_of_month
from bot.domain.calendar.span import Span
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_part_of_year import read_part_of_year
from bot.when.read_period import read_period
from bot.when.read_report_period import read_report_period
from bot.when.view import Lean

_MONTH: Final = regex(r"(\d{4})-(\d\d)")
_WEEK: Final = regex(r"(\d{4})-W(\d\d)")


@dataclass(frozen=True, slots=True)
class ReportDays:
    """`first` to `last`, both included; `period` is how the contract writes it."""

    wanted: ClassVar[str] = "哪个月？例如上个月，或 2026年10月。"

    first: date
    last: date
    period: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        today = scene.now.date()
        if part := read_part_of_year(words.left, today):
            words.left = part.rest
            days = part.settled()
            return cls(days.start, days.end, days.iso)
        span = read_period(words.left, scene.now, scene.calendar, lean=Lean.PAST)
        if span and isinstance(span.value, Span):
            words.left = span.rest
            return cls(span.value.start, span.value.end, span.value.iso)
        if taken := read_report_period(words.left, today):
            period = taken.settled()
            words.left = taken.rest
            return cls(*_bounds(period), period)
        return cls(*_bounds(f"{today:%Y-%m}"), f"{today:%Y-%m}")

    def explained(self) -> Mapping[str, Any]:
        return {"period": self.period}


def _bounds(period: str) -> tuple[date, date]:
    if month := _MONTH.fullmatch(period):
        first = date(int(month[1]), int(month[2]), 1)
        return first, last_of_month(first.year, first.month)
    if week := _WEEK.fullmatch(period):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    return date(int(period), 1, 1), date(int(period), 12, 31)
