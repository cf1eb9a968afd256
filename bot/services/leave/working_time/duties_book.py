"""Rosters, read into the company as they are planned: of the months that leave may still be about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.services.company_book import PartRows

KEPT: Final = timedelta(days=92)  # as far back as leave is asked for afterwards, or given back


class DutyRows(PartRows, Protocol):
    async def since(self, version: int, *, first: date) -> Mapping[UserId, Mapping[date, str]]: ...


@dataclass(frozen=True, slots=True)
class DutiesBook:
    """`bot.services.company_book.Part`"""

    rows: DutyRows
    now: Callable[[], datetime]

    async def into(self, company: Company, since: int) -> Company:
        first = (self.now().date() - KEPT).replace(day=1)
        return company.with_leave(company.leave.with_duties(await self.rows.since(since, first=first)))
