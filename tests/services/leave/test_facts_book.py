"""What HR has said of people is part of the company, and read as it is said."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.domain.company import Company
from bot.domain.leave.facts.fact import Fact, What, day_fact, days_fact
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.services.company_book import CompanyBook
from bot.services.leave.facts.facts_book import FactsBook
from tests.domain.calendar.days import d
from tests.services.test_company_book import Registry, Rows

A, B = UserId("a"), UserId("b")


class Said:
    """Facts, numbered as they are said."""

    def __init__(self) -> None:
        self.writes = 0
        self.facts: list[Fact] = []
        self.reads: list[int] = []

    async def version(self) -> int:
        return len(self.facts)

    async def since(self, version: int) -> Mapping[UserId, Sequence[Fact]]:
        self.reads.append(version)
        news = {fact.user for fact in self.facts[version:]}
        return {user: [fact for fact in self.facts if fact.user == user] for user in news}


async def test_facts_are_added_to_what_is_configured() -> None:
    said, given = Said(), {2026: {"年假": Decimal(5)}}
    configured = Company(people=(Person(A, "张三", 1),), leave=LeaveRules(people={A: Facts(given=given)}))
    book = CompanyBook(Rows(1), Registry(), configured, parts=[FactsBook(said)])
    said.facts.append(day_fact(A, What.BEGAN, d("2010-07-01")))
    assert await book.refresh()
    service = book.company().leave.facts(A).service
    assert service
    assert (service.began, book.company().leave.facts(A).given) == (d("2010-07-01"), given)
    assert not await book.refresh()

    people, finder = book.company().people, book.company().finder
    said.facts.append(days_fact(B, 2026, "年假", Decimal(10)))
    assert await book.refresh()
    assert said.reads == [0, 1]
    assert book.company().leave.facts(A).service == service
    assert book.company().leave.facts(B).given == {2026: {"年假": Decimal(10)}}
    assert (book.company().people, book.company().finder) == (people, finder)


async def test_what_is_said_here_is_known_at_once() -> None:
    said = Said()
    book = CompanyBook(Rows(1), Registry(), Company(), parts=[FactsBook(said)])

    async def at_once(work):  # type: ignore[no-untyped-def]
        return await work()

    async def say() -> None:
        said.facts.append(day_fact(A, What.BEGAN, d("2010-07-01")))
        said.writes += 1

    await book.following(at_once)(say)
    assert book.company().leave.facts(A).service
