"""The company in memory follows the directory; a large one is made ready before anybody asks it."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId
from bot.services.company_book import LARGE, CompanyBook
from bot.storage.engine.database import Database

T = TypeVar("T")


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


class Registry:
    """Groups and their versions; `reads` are the ids that were read."""

    def __init__(self, *names: str) -> None:
        self.writes = 0
        self.broken = False
        self.groups = {GroupId(name): 1 for name in names}
        self.reads: list[GroupId] = []

    async def versions(self) -> Mapping[GroupId, int]:
        if self.broken:
            raise OSError("the disk is full")
        return dict(self.groups)

    async def read(self, groups: Collection[GroupId]) -> Sequence[Group]:
        self.reads += groups
        return [Group(each, f"{each}:{self.groups[each]}") for each in groups]


class Watched(Company):
    """Notes in which thread it is asked who holds which role."""

    asked = None

    @cached_property
    def grants(self) -> Mapping:  # type: ignore[override,type-arg]
        type(self).asked = threading.current_thread()
        return {}


async def test_what_did_not_change_is_not_read() -> None:
    rows = Rows(2)
    book = CompanyBook(rows, Registry(), Company())
    assert await book.refresh()
    assert not await book.refresh()
    rows.count = 3
    assert await book.refresh()
    assert (len(book.company().people), rows.reads) == (3, 2)


async def test_it_is_read_once_even_if_two_ask_at_a_time() -> None:
    rows = Rows(2)
    book = CompanyBook(rows, Registry(), Company())
    assert sorted(await asyncio.gather(book.refresh(), book.refresh())) == [False, True]
    assert rows.reads == 1


async def test_a_large_one_is_made_ready_beside_the_loop() -> None:
    book = CompanyBook(Rows(LARGE), Registry(), Watched())
    await book.refresh()
    assert Watched.asked is not None
    assert Watched.asked is not threading.current_thread()


async def test_groups_are_read_one_by_one_as_they_change() -> None:
    rows, registry = Rows(2), Registry("a", "b")
    book = CompanyBook(rows, registry, Company(groups=(Group(GroupId("a"), "甲群", webhook="key"),)))
    await book.refresh()
    registry.groups[GroupId("b")] += 1
    assert await book.refresh()
    assert not await book.refresh()
    assert registry.reads == ["a", "b", "b"]
    assert [(group.name, group.webhook) for group in book.company().groups] == [("a:1", "key"), ("b:2", None)]
    del registry.groups[GroupId("a")]
    await book.refresh()
    assert [group.name for group in book.company().groups] == ["b:2"]


async def test_what_is_known_of_people_is_kept_when_groups_change() -> None:
    registry = Registry("a")
    book = CompanyBook(Rows(2), registry, Company())
    await book.refresh()
    people, register = book.company().finder.people, book.company().register
    registry.groups[GroupId("a")] += 1
    await book.refresh()
    assert book.company().finder.people is people
    assert book.company().register is register
    assert [group.name for group in book.company().finder.groups.near("a:2", lambda group: True)] == ["a:2"]


async def test_until_there_are_groups_in_the_database_those_of_the_configuration_count() -> None:
    book = CompanyBook(Rows(1), Registry(), Company(groups=(Group(GroupId("a"), "甲群"),)))
    await book.refresh()
    assert [group.name for group in book.company().groups] == ["甲群"]


async def at_once(work: Callable[[], Awaitable[T]]) -> T:
    return await work()


async def test_a_change_is_known_here_before_anybody_is_told() -> None:
    registry = Registry("a")
    book = CompanyBook(Rows(1), registry, Company())
    await book.refresh()

    async def change() -> None:
        registry.groups[GroupId("a")] += 1
        registry.writes += 1

    await book.following(at_once)(change)
    assert [group.name for group in book.company().groups] == ["a:2"]


async def test_each_of_those_that_commit_together_knows_it_before_he_is_told(database: Database) -> None:
    registry = Registry("a", "b", "c")
    book = CompanyBook(Rows(1), registry, Company())
    await book.refresh()
    transact = book.following(database.transact_together)

    async def change(name: str) -> list[str]:
        async def work() -> None:
            await asyncio.sleep(0)
            registry.groups[GroupId(name)] += 1
            registry.writes += 1

        await transact(work)
        return [group.name for group in book.company().groups]

    for name, seen in zip("abc", await asyncio.gather(*map(change, "abc")), strict=True):
        assert f"{name}:2" in seen


async def test_what_was_committed_is_done_even_if_it_can_not_be_read_just_then() -> None:
    registry = Registry("a")
    book = CompanyBook(Rows(1), registry, Company())
    await book.refresh()
    following = book.following(at_once)

    async def change() -> str:
        registry.groups[GroupId("a")] += 1
        registry.writes += 1
        registry.broken = True
        return "done"

    async def nothing() -> None:
        registry.broken = False

    assert await following(change) == "done"
    assert [group.name for group in book.company().groups] == ["a:1"]
    await following(nothing)
    assert [group.name for group in book.company().groups] == ["a:2"]


class Settings:
    """What the configuration says; `unfit`: it can't be used."""

    def __init__(self) -> None:
        self.writes = 0
        self.number = 0
        self.unfit = False

    @property
    def rows(self) -> "Settings":
        return self

    async def version(self) -> int:
        return self.number

    async def read(self) -> Company | None:
        return None if self.unfit else Company(bot_name=f"助手{self.number}", groups=(Group(GroupId("x"), "文件"),))


class Suffixed:
    """A part that adds to what there is: told twice it would stand there twice."""

    def __init__(self) -> None:
        self.rows = Settings()
        self.rows.number = 1

    async def into(self, company: Company, since: int) -> Company:
        assert since == 0
        return replace(company, bot_name=f"{company.bot_name}!")


async def test_another_configuration_has_the_same_people_and_groups_under_it() -> None:
    settings, rows = Settings(), Rows(2)
    book = CompanyBook(rows, Registry("a"), Company(), base=settings, parts=[Suffixed()])
    await book.refresh()
    assert book.company().bot_name == "小助手!"
    settings.number = 7
    assert await book.refresh()
    company = book.company()
    assert (company.bot_name, len(company.people), [each.id for each in company.groups]) == ("助手7!", 2, ["a"])
    assert rows.reads == 1
    assert not await book.refresh()


async def test_a_configuration_that_does_not_fit_changes_nothing_and_is_not_tried_again() -> None:
    settings = Settings()
    book = CompanyBook(Rows(2), Registry(), Company(), base=settings)
    await book.refresh()
    settings.number, settings.unfit = 3, True
    await book.refresh()
    assert book.company().bot_name == "小助手"
    assert not await book.refresh()
