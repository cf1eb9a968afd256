"""The calendar as the database has it, on top of what comes along and what is configured."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.own_days import OwnDay, with_own
from bot.domain.calendar.year_table import YearTable
from bot.domain.company import Company


class CalendarRows(Protocol):
    touched: bool

    async def version(self) -> int: ...

    async def years(self) -> Mapping[int, YearTable]: ...

    async def own_days(self) -> tuple[OwnDay, ...]: ...


class CalendarBook:
    """`bot.services.company_book.Part`. `configured`: the calendar without what was said in chat."""

    def __init__(self, rows: CalendarRows, configured: Calendar) -> None:
        self._rows = rows
        self._configured = configured

    @property
    def touched(self) -> bool:
        return self._rows.touched

    @touched.setter
    def touched(self, touched: bool) -> None:
        self._rows.touched = touched

    async def version(self) -> int:
        return await self._rows.version()

    async def into(self, company: Company, since: int) -> Company:
        return company.with_calendar(composed(self._configured, await self._rows.years(), await self._rows.own_days()))


def composed(configured: Calendar, years: Mapping[int, YearTable], own: tuple[OwnDay, ...]) -> Calendar:
    """What two people agreed on in chat goes before what a file says of the same year."""
    known = Calendar(
        MappingProxyType({**configured.years, **years}),
        configured.company,
        configured.half_days,
        configured.company_work,
        configured.sites,
    )
    return with_own(known, own)
