"""A piece of safety equipment of an area, and by when it must be checked; the last word on it counts.

特种设备安全法 art. 40 (an inspection is asked for a month before the end), 消防法 art. 16 (fire gear yearly).
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Self

from bot.domain.dates import full_day

SOON: Final = timedelta(days=30)  # 特种设备安全法 art. 40
LONGEST: Final = 120  # months from one check to the next
MOST_NAME: Final = 24  # characters


@dataclass(frozen=True, slots=True)
class Equipment:
    """`due`: the last day by which it must have been checked; `months`: how long a check holds, None: not said."""

    area: str
    name: str
    due: date
    months: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.area, self.name

    def is_over(self, today: date) -> bool:
        return self.due < today

    def is_soon(self, today: date) -> bool:
        """Or over already."""
        return self.due <= today + SOON

    def checked(self, today: date) -> Self | None:
        """As it is after a check today; None: nobody said how long one holds."""
        return replace(self, due=months_later(today, self.months)) if self.months else None

    def said(self, today: date) -> str:
        """`灭火器1号 2027年3月1日(周一)前检验`"""
        if self.is_over(today):
            return f"{self.name} {full_day(self.due)}就该检验，超期 {(today - self.due).days} 天"
        return f"{self.name} {full_day(self.due)}前检验"


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def wanted(every: Iterable[Equipment], today: date) -> Sequence[Equipment]:
    """What is over or will be within a month, the first one first."""
    return sorted((each for each in every if each.is_soon(today)), key=lambda each: (each.due, each.key))
