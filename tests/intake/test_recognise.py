"""Who speaks: converted once, asked again while WeCom is away, and a stranger's words are carried out by nobody."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from bot.domain.company import Company
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.intake.recognise import Recogniser
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToAsker
from bot.shapes.queue import Said, Waiting

T = TypeVar("T")
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, WOLF = UserId("zhangsan"), UserId("wolf2020")
COMPANY = Company(people=(Person(ZHANG, "张三", 1), Person(WOLF, "吴狼", 1)))


@dataclass
class World:
    """Identities, WeCom, and what comes after recognition."""

    known: dict[str, UserId] = field(default_factory=dict)
    convertible: dict[str, UserId] = field(default_factory=dict)
    away: int = 0
    silent: bool = False
    asked: list[Sequence[str]] = field(default_factory=list)
    routed: list[str] = field(default_factory=list)
    worked: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return NOW

    def user_of(self, bot_id: str) -> UserId | None:
        return self.known.get(bot_id)

    async def learn(self, pairs: Mapping[str, UserId], *, how: str, by: Act) -> int:
        assert (how, by.at) == ("converted", NOW)
        self.known |= pairs
        return len(pairs)

    async def refresh(self) -> None:
        return

    async def plain(self, ids: Sequence[str]) -> Mapping[str, UserId]:
        self.asked.append(ids)
        if self.silent:
            await asyncio.Event().wait()
        if self.away:
            self.away -= 1
            raise ConnectionError("away")
        return {each: self.convertible[each] for each in ids if each in self.convertible}

    async def transact(self, work: Callable[[], Awaitable[T]]) -> T:
        return await work()

    async def route(self, incoming: Incoming) -> Sequence[Said]:
        self.routed.append(incoming.sender)
        return []

    async def work(self, row: Waiting) -> float | None:
        self.worked.append(row.lane)
        return None

    def recogniser(self, *, with_app: bool = True) -> Recogniser:
        converter = self if with_app else None
        return Recogniser(self, converter, self.transact, self, lambda: COMPANY, again_after=(0.5, 2.0), soon=0.01)


@pytest.fixture
def world() -> World:
    return World()


def incoming(sender: str, kind: Kind = Kind.TEXT, via: Via = Via.BOT, text: str = "/帮助") -> Incoming:
    return Incoming("bot:1", via, kind, UserId(sender), NOW, text=text, handle="h")


async def test_an_encrypted_id_is_converted_once(world: World) -> None:
    world.convertible = {"woAJ2GCA": ZHANG}
    recogniser = world.recogniser()
    work = recogniser.before(world.work)
    assert [await work(Waiting(number, "woAJ2GCA", False)) for number in (1, 2)] == [None, None]
    assert (world.asked, world.worked) == ([["woAJ2GCA"]], ["woAJ2GCA"] * 2)
    assert await recogniser.routing(world.route)(incoming("woAJ2GCA")) == []
    assert world.routed == ["zhangsan"]


async def test_while_wecom_is_away_the_message_waits_and_then_goes_on(world: World) -> None:
    world.convertible, world.away = {"woAJ2GCA": ZHANG}, 2
    work = world.recogniser().before(world.work)
    assert [await work(Waiting(1, "woAJ2GCA", False)) for _ in range(3)] == [0.5, 2.0, None]
    assert (world.worked, world.known) == (["woAJ2GCA"], {"woAJ2GCA": ZHANG})


async def test_after_the_last_try_he_is_a_stranger_for_now(world: World) -> None:
    world.away = 9
    work = world.recogniser().before(world.work)
    assert [await work(Waiting(1, "woAJ2GCA", False)) for _ in range(3)] == [0.5, 2.0, None]
    assert await work(Waiting(2, "woAJ2GCA", False)) is None
    assert len(world.asked) == 3  # the next message does not wait all over again


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PRESS])
async def test_a_strangers_words_go_nowhere_and_he_is_told_his_id(world: World, kind: Kind) -> None:
    [said] = await world.recogniser(with_app=False).routing(world.route)(incoming("woAJ2GCA", kind))
    assert (said.address, world.routed) == (ToAsker(Via.BOT, UserId("woAJ2GCA"), None, "h"), [])
    assert isinstance(said.content, Text)
    assert "加密编号 woAJ2GCA。" in said.content.text


async def test_who_cannot_be_told_is_not_asked_for_at_every_message(world: World) -> None:
    work = world.recogniser().before(world.work)
    for number in range(3):
        assert await work(Waiting(number, "woAJ2GCA", False)) is None
    assert len(world.asked) == 1


async def test_a_plain_userid_that_looks_encrypted_is_a_plain_userid(world: World) -> None:
    recogniser = world.recogniser()
    await recogniser.before(world.work)(Waiting(1, "wolf2020", False))
    await recogniser.routing(world.route)(incoming("wolf2020"))
    assert (world.asked, world.routed) == ([], ["wolf2020"])


async def test_the_map_comes_before_a_look_alike(world: World) -> None:
    world.known = {"wolf2020": ZHANG}
    await world.recogniser().routing(world.route)(incoming("wolf2020"))
    assert world.routed == ["zhangsan"]


async def test_others_pass_as_they_are(world: World) -> None:
    recogniser = world.recogniser()
    await recogniser.before(world.work)(Waiting(1, "zhangsan", False))
    for each in (incoming("zhangsan"), incoming("woAJ2GCA", via=Via.APP), incoming("woAJ2GCA", Kind.ENTER)):
        await recogniser.routing(world.route)(each)
    assert (world.asked, world.routed) == ([], ["zhangsan", "woAJ2GCA", "woAJ2GCA"])


async def test_a_strangers_cry_for_help_is_carried_out(world: World) -> None:
    await world.recogniser().routing(world.route)(incoming("woSTRANGER", text="仓库着火了"))
    assert world.routed == ["woSTRANGER"]


async def test_a_cry_for_help_hardly_waits_for_a_name(world: World) -> None:
    """But has it where it comes in time."""
    world.convertible = {"woZHANG": ZHANG}
    working = world.recogniser().before(world.work)
    await working(Waiting(1, "woZHANG", urgent=True))
    assert world.known == {"woZHANG": ZHANG}
    world.silent = True
    await working(Waiting(2, "woLISI", urgent=True))
    assert world.worked == ["woZHANG", "woLISI"]


async def test_a_cry_for_help_waits_out_no_failure(world: World) -> None:
    world.away = 1
    assert await world.recogniser().before(world.work)(Waiting(1, "woZHANG", urgent=True)) is None
    assert world.worked == ["woZHANG"]
