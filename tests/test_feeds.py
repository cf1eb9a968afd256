"""`/ical/TOKEN`: a file for who knows its address, and nothing for anybody else."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.leave.feeds import fresh_token
from bot.feeds import MINUTE, MISSES, PER_TOKEN, Allowance, feed_routes

FILE = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@dataclass
class World:
    """What is behind the door: the tokens that are good, those that were asked about, and the time."""

    good: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    time: float = 0.0

    async def read(self, token: str) -> bytes | None:
        self.asked.append(token)
        return FILE if token in self.good else None


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def client(world: World) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    application = web.Application()
    application.add_routes(feed_routes(world.read, lambda: world.time))
    async with TestClient(TestServer(application)) as client:
        yield client


Client = TestClient[web.Request, web.Application]


async def test_who_knows_the_address_reads_it(world: World, client: Client) -> None:
    token = fresh_token()
    world.good.add(token)
    for path in (f"/ical/{token}", f"/ical/{token}.ics"):
        answer = await client.get(path)
        assert (answer.status, await answer.read()) == (200, FILE)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["", "x", "../healthz", "a" * 42, "a" * 44, "a" * 42 + "%00", "a" * 43 + ".html"])
async def test_what_is_no_token_is_not_even_looked_up(world: World, client: Client, path: str) -> None:
    answer = await client.get(f"/ical/{path}")
    assert answer.status == 404
    assert world.asked == []


async def test_a_wrong_one_is_told_apart_by_nothing(client: Client) -> None:
    wrong, none = await client.get(f"/ical/{fresh_token()}"), await client.get("/ical/x")
    assert wrong.status == none.status == 404
    assert await wrong.read() == await none.read() == b""
    assert wrong.headers["Cache-Control"] == "no-store"


async def test_who_tries_addresses_is_answered_without_looking(world: World, client: Client) -> None:
    good, later = fresh_token(), fresh_token()
    world.good |= {good, later}
    await client.get(f"/ical/{good}")
    for _ in range(MISSES + 5):
        assert (await client.get(f"/ical/{fresh_token()}")).status == 404
    assert len(world.asked) == MISSES + 1
    assert (await client.get(f"/ical/{good}")).status == 200, "who has read it before is let through"
    assert (await client.get(f"/ical/{later}")).status == 404
    world.time += MINUTE
    assert (await client.get(f"/ical/{later}")).status == 200


async def test_one_address_is_read_so_often_and_no_more(world: World, client: Client) -> None:
    token = fresh_token()
    world.good.add(token)
    for _ in range(PER_TOKEN):
        assert (await client.get(f"/ical/{token}")).status == 200
    answer = await client.get(f"/ical/{token}")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "3600")
    world.time += 3600
    assert (await client.get(f"/ical/{token}")).status == 200


async def test_it_takes_nothing_but_reading(client: Client) -> None:
    assert (await client.post(f"/ical/{fresh_token()}")).status == 405


def test_an_allowance_forgets_the_oldest() -> None:
    allowance = Allowance(1, 60, most=2)
    for name in ("a", "b", "c"):
        allowance.use(name, 0)
    assert [allowance.knows(name) for name in ("a", "b", "c")] == [False, True, True]
    assert [allowance.left(name, 1) for name in ("a", "b")] == [1, 0]
