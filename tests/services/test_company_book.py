"""The company in memory follows the directory; a large one is made ready before anybody asks it."""

import asyncio
import threading
from collections.abc import Mapping
from functools import cached_property

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId
from bot.services.company_book import LARGE, CompanyBook


class Rows:
    """A directory of so many people; `reads` counts how often it was read whole."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.reads = 0

    async def version(self) -> int:
        return self.count

    async def departments(self) -> tuple[Department, ...]:
        await asyncio.sleep(0)
        return (Department(1, "公司"),)

    async def people(self) -> tuple[Person, ...]:
        self.reads += 1
        return tuple(Person(UserId(f"u{number}"), "王伟", 1) for number in range(self.count))

    async def moved(self) -> tuple[Moved, ...]:
        return ()


class Founded:
    """Groups that were made; `count` of them."""

    def __init__(self) -> None:
        self.count = 0

    async def made(self) -> int:
        return self.count

    async def groups(self) -> tuple[Group, ...]:
        return tuple(Group(GroupId(f"new{number}"), f"新群{number}") for number in range(self.count))


class Watched(Company):
    """Notes in which thread it is asked who holds which role."""

    asked = None

    @cached_property
    def grants(self) -> Mapping:  # type: ignore[override,type-arg]
        type(self).asked = threading.current_thread()
        return {}


async def test_what_did_not_change_is_not_read() -> None:
    rows = Rows(2)
    book = CompanyBook(rows, Company())
    assert await book.refresh()
    assert not await book.refresh()
    rows.count = 3
    assert await book.refresh()
    assert (len(book.company().people), rows.reads) == (3, 2)


async def test_it_is_read_once_even_if_two_ask_at_a_time() -> None:
    rows = Rows(2)
    book = CompanyBook(rows, Company())
    assert sorted(await asyncio.gather(book.refresh(), book.refresh())) == [False, True]
    assert rows.reads == 1


async def test_a_large_one_is_made_ready_beside_the_loop() -> None:
    book = CompanyBook(Rows(LARGE), Watched())
    await book.refresh()
    assert Watched.asked is not None
    assert Watched.asked is not threading.current_thread()


async def test_new_groups_stand_beside_those_of_the_configuration() -> None:
    rows, founded = Rows(2), Founded()
    book = CompanyBook(rows, Company(groups=(Group(GroupId("old"), "老群"),)), founded)
    await book.refresh()
    founded.count = 2
    assert await book.refresh()
    assert not await book.refresh()
    rows.count = 3
    assert await book.refresh()
    assert [group.name for group in book.company().groups] == ["老群", "新群0", "新群1"]
    assert book.company().group(GroupId("new1"))
