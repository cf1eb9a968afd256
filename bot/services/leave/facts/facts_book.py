"""What HR has said of people, read into the company as it is said."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.domain.company import Company
from bot.domain.leave.facts.fact import Fact, known
from bot.domain.leave.rules import LeaveRules
from bot.identifiers import UserId


class FactRows(Protocol):
    touched: bool

    async def version(self) -> int: ...

    async def since(self, version: int) -> Mapping[UserId, Sequence[Fact]]: ...


class FactsBook:
    """`bot.services.company_book.Part`"""

    def __init__(self, rows: FactRows) -> None:
        self._rows = rows

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
        return company.with_leave(with_said(company.leave, news))


def with_said(leave: LeaveRules, said: Mapping[UserId, Sequence[Fact]]) -> LeaveRules:
    """`said`: all that was ever said of these people."""
    return leave.with_facts({user: known(leave.configured(user), facts) for user, facts in said.items()})
