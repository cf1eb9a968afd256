"""The calendar as the database has it, on top of what comes along and what is configured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.own_days import OwnDay, with_own
from bot.domain.calendar.year_table import YearTable
from bot.domain.company import Company
from bot.services.company_book import PartRows


class CalendarRows(PartRows, Protocol):
    async def years(self) -> Mapping[int, YearTable]: ...

    async def own_days(self) -> tuple[OwnDay, ...]: ...


@dataclass(frozen=True, slots=True)
class CalendarBook:
    """`bot.services.company_book.Part`. `configured`: tells the calendar without the days that were given in chat."""

    rows: CalendarRows
    configured: Callable[[], Calendar]

    async def into(self, company: Company, since: int) -> Company:
        return company.with_calendar(composed(self.configured(), await self.rows.years(), await self.rows.own_days()))


def composed(configured: Calendar, years: Mapping[int, YearTable], own: tuple[OwnDay, ...]) -> Calendar:
    """What two people agreed on in chat goes before what a file says of the same year."""
    known = replace(configured, years=MappingProxyType({**configured.years, **years}))
    return with_own(known, own)
