"""Who is suspended, read into the company: who holds no office for a time is asked by nobody meanwhile."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.services.company_book import PartRows


class SuspendedRows(PartRows, Protocol):
    async def suspended(self) -> frozenset[UserId]: ...


@dataclass(frozen=True, slots=True)
class SuspendedBook:
    """`bot.services.company_book.Part`"""

    rows: SuspendedRows

    async def into(self, company: Company, since: int) -> Company:
        return company.with_suspended(await self.rows.suspended())
