"""Rosters, read into the company as they are planned: of the months that leave may still be about."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from bot.domain.company import Company
from bot.identifiers import UserId

KEPT: Final = timedelta(days=92)  # as far back as leave is asked for afterwards, or given back


class DutyRows(Protocol):
    touched: bool

    async def version(self) -> int: ...

    async def since(self, version: int, *, first: date) -> Mapping[UserId, Mapping[date, str]]: ...


class DutiesBook:
    """`bot.services.company_book.Part`"""

    def __init__(self, rows: DutyRows, now: Callable[[], datetime]) -> None:
        self._rows = rows
        self._now = now

    @property
    def touched(self) -> bool:
        return self._rows.touched

    @touched.setter
    def touched(self, touched: bool) -> None:
        self._rows.touched = touched

    async def version(self) -> int:
        return await self._rows.version()

    async def into(self, company: Company, since: int) -> Company:
        first = (self._now().date() - KEPT).replace(day=1)
        return company.with_leave(company.leave.with_duties(await self._rows.since(since, first=first)))
