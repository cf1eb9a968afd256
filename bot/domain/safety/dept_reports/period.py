"""The days that a department's report is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.dates import days_seen
from bot.domain.safety.calendar.when import Rhythm

MIDWEEK: Final = 2  # from Wednesday on a week is told of that isn't over yet, before that the one before
MIDMONTH: Final = 15  # until then the month before


@dataclass(frozen=True, slots=True)
class Period:
    """`first` to `last`, both included."""

    first: date
    last: date

    def said(self, today: date) -> str:
        """`10月`, `2025年12月`, `11月16日(周一)至11月22日(周日)`"""
        if self.first.day == 1 and self.last == last_of_month(self.first.year, self.first.month):
            year = f"{self.first.year}年" if self.first.year != today.year else ""
            return f"{year}{self.first.month}月"
        return days_seen(self.first, self.last, today)


def wanted_on(day: date, rhythm: Rhythm) -> Period:
    """What is to be told of on that day, where a report is wanted in that rhythm."""
    if rhythm in (Rhythm.DAILY, Rhythm.WEEKLY):
        monday = day - timedelta(days=day.weekday())
        monday -= timedelta(days=0 if day.weekday() >= MIDWEEK else 7)
        return Period(monday, monday + timedelta(days=6))
    if rhythm is Rhythm.QUARTERLY:
        last = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1)
        return Period(last.replace(month=last.month - 2, day=1), last)
    last = day.replace(day=1) - timedelta(days=1) if day.day <= MIDMONTH else last_of_month(day.year, day.month)
    return Period(last.replace(day=1), last)
