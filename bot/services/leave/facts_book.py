"""What HR has said of people, read into the company as it is said."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.domain.company import Company
from bot.domain.leave.facts import Fact, known
from bot.domain.leave.rules import LeaveRules
from bot.identifiers import UserId


class FactRows(Protocol):
    touched: bool

    async def version(self) -> int: ...

    async def since(self, version: int) -> Mapping[UserId, Sequence[Fact]]: ...


class FactsBook:
    """`bot.services.company_book.Part`. `configured`: what the configuration says, for as long as HR doesn't."""

    def __init__(self, rows: FactRows, configured: LeaveRules) -> None:
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
        news = await self._rows.since(since)
        people = {user: known(self._configured.facts(user), facts) for user, facts in news.items()}
        return company.with_leave(company.leave.with_facts(people))
