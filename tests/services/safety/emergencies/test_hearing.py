"""Whatever fails beside it, a cry for help has its answer."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar, cast

import pytest

from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.safety.accidents.reports import Facts
from bot.identifiers import UserId
from bot.services.safety.emergencies.hearing import Emergencies
from bot.services.safety.emergencies.reports import Accidents
from bot.services.safety.emergencies.wording import NOT_KEPT
from bot.shapes.act import Act
from bot.shapes.context import Chat, Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Content, ToPerson
from bot.shapes.store import Store

T = TypeVar("T")
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, CHEN = UserId("zhangsan"), UserId("chenan")
COMPANY = Company(role_rules=by_account({Role.SAFETY_ADMIN: [CHEN]}))
FIRE = "仓库着火了"

Told = list[tuple[Address, Content]]


async def broken(work: Callable[[], Awaitable[T]]) -> T:
    raise ConnectionError("no database")


def unreadable(words: str, now: datetime) -> Facts:
    raise ZeroDivisionError


def everybody(user: UserId) -> bool:
    return True


def unsure(user: UserId) -> bool:
    raise ZeroDivisionError


def scene(told: Told) -> Context:
    """Nothing that it leads to is there to be used."""
    act = Act(ZHANG, "text", "", "test:1", NOW)

    def tell(address: Address, content: Content) -> None:
        told.append((address, content))

    return Context(Person(ZHANG, "张三", 1), Chat(Via.BOT), NOW, COMPANY, cast("Store", None), act, tell)


@pytest.mark.parametrize("read", [None, unreadable], ids=["read", "unreadable"])
async def test_without_a_database_everybody_is_told_what_matters(read: Callable[[str, datetime], Facts] | None) -> None:
    told: Told = []
    chosen = {"read": read} if read else {}
    reply = await Emergencies(Accidents(everybody), broken, **chosen).hear(scene(told), FIRE)
    assert reply is not None
    assert str(reply.content).endswith(NOT_KEPT)
    assert "119" in str(reply.content)
    assert [address for address, _ in told] == [ToPerson(CHEN)]
    assert FIRE in str(told[0][1])


async def test_even_if_nobody_can_be_found_who_is_in_charge() -> None:
    reply = await Emergencies(Accidents(unsure), broken).hear(scene([]), FIRE)
    assert reply is not None
    assert "119" in str(reply.content)


async def test_everything_else_is_left_to_others() -> None:
    for line in ("谢谢啦", "/帮助", "听说隔壁厂着火了", ""):
        assert await Emergencies(Accidents(everybody), broken).hear(scene([]), line) is None
