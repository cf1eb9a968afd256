"""`/ical/TOKEN`: a file for who knows its address, and nothing for anybody else."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from structlog.testing import capture_logs

from bot.domain.leave.seeing.feeds import fresh_token
from bot.feeds import MINUTE, MISSES, PER_TOKEN, Allowance, feed_routes
from bot.identifiers import UserId
from bot.shapes.act import Act
from tests.doctor.clinic import opened

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


async def test_the_running_bot_serves_it_where_it_is_switched_on(tmp_path: Path) -> None:
    """And keeps the address out of its log and its metrics."""
    async with opened(tmp_path) as clinic:
        port, token = clinic.values["server"]["port"], fresh_token()
        clinic.values["server"] |= {"ical": True, "public_url": "https://bot.example.com"}
        with capture_logs() as logged:
            async with clinic.running() as core, ClientSession(f"http://127.0.0.1:{port}") as session:
                by = Act("zhangsan", "日历订阅", "员工", "test", core.clock.now())
                issue = core.records.leave_feeds.issue
                await core.database.transact(lambda: issue(token, UserId("zhangsan"), None, by=by))
                async with session.get(f"/ical/{token}") as answer:
                    assert answer.status == 200
                    assert "X-WR-CALNAME:我的请假" in await answer.text()
                async with session.get(f"/ical/{fresh_token()}") as answer:
                    assert answer.status == 404
                async with session.get("/metrics") as answer:
                    assert token not in await answer.text()
        assert token not in str(logged)


async def test_it_is_off_by_itself(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic, clinic.running():
        port = clinic.values["server"]["port"]
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/ical/{fresh_token()}") as answer:
            assert answer.status == 404
            assert "Cache-Control" not in answer.headers, "there is no such door"
