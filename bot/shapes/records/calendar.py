"""The years that were taken on, and what the company says of single days."""

from collections.abc import Mapping
from typing import Protocol

from bot.domain.calendar.own_days import OwnDay
from bot.domain.calendar.year_table import YearTable
from bot.shapes.act import Act


class CalendarDays(Protocol):
    """Only ever added to: the last word on a year, and on a day, counts."""

    async def adopt(self, table: YearTable, *, cause: str, by: Act) -> None:
        """`cause`: the number of the request that was agreed to."""
        ...

    async def say(self, day: OwnDay, *, by: Act) -> None: ...

    async def years(self) -> Mapping[int, YearTable]: ...

    async def own_days(self) -> tuple[OwnDay, ...]:
        """In the order in which they were said."""
        ...
