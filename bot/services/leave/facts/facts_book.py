"""What HR has said of people, read into the company as it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.company import Company
from bot.domain.leave.facts.fact import Fact, known
from bot.domain.leave.rules import LeaveRules
from bot.identifiers import UserId
from bot.services.company_book import PartRows


class FactRows(PartRows, Protocol):
    async def since(self, version: int) -> Mapping[UserId, Sequence[Fact]]: ...


@dataclass(frozen=True, slots=True)
class FactsBook:
    """`bot.services.company_book.Part`"""

    rows: FactRows

    async def into(self, company: Company, since: int) -> Company:
        news = await self.rows.since(since)
        return company.with_leave(with_said(company.leave, news))


def with_said(leave: LeaveRules, said: Mapping[UserId, Sequence[Fact]]) -> LeaveRules:
    """`said`: all that was ever said of these people."""
    return leave.with_facts({user: known(leave.configured(user), facts) for user, facts in said.items()})
