"""Moving the clock with followers: from due time to due time, settled at each."""

import asyncio
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientWebSocketResponse

from tests.sandbox.town import Json, Town


class Follower:
    """A program with things that fall due; `reports` is what it was asked."""

    def __init__(self, town: Town, socket: ClientWebSocketResponse, dues: list[datetime]) -> None:
        self.town = town
        self.socket = socket
        self.dues = dues
        self.happened: list[datetime] = []
        self.asked = 0

    async def run(self) -> None:
        async for message in self.socket:
            self.asked += 1
            await self.report(message.json())

    async def report(self, question: Json) -> None:
        now = datetime.fromisoformat(question["now"])
        while self.dues and self.dues[0] <= now:
            self.happened.append(now)
            await self.town.send("lisi", text={"content": str(self.dues.pop(0))})
        due = self.dues[0].isoformat() if self.dues else None
        await self.socket.send_json({"id": question["id"], "settled": True, "due": due})


async def _follow(town: Town, *offsets: float) -> tuple[Follower, asyncio.Task[None]]:
    now = town.world.clock.now()
    socket = await town.http.ws_connect(town.base + "/sandbox/clock/follow")
    follower = Follower(town, socket, [now + timedelta(seconds=offset) for offset in offsets])
    return follower, asyncio.create_task(follower.run())


async def _leave(follower: Follower, running: asyncio.Task[None]) -> None:
    await follower.socket.close()
    await running


async def test_without_followers_it_just_moves(town: Town) -> None:
    got = await town.post("/sandbox/clock", {"now": "2026-11-23T08:00:00"})
    assert got["now"].startswith("2026-11-23T08:00:00.0")
    assert got["now"].endswith("+08:00")
    back = await town.post("/sandbox/clock", {"now": "2026-11-22T01:00:00+00:00"})
    assert back["now"].startswith("2026-11-22T09:00:00.0")
    assert (await town.get("/sandbox/clock"))["followers"] == 0


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"now": "tomorrow"},
        {"now": None},
        {"now": "9999-12-31T23:59:59"},
        {"now": "2026-11-23T08:00:00", "advance": 1},
        {"advance": "1"},
        {"advance": True},
        {"advance": 1e18},
        {"advance": float("nan")},
    ],
)
async def test_wishes_that_make_no_sense(town: Town, body: Json) -> None:
    assert (await town.refusal("/sandbox/clock", body))[0] == 400


async def test_every_due_happens_at_its_time(town: Town) -> None:
    follower, running = await _follow(town, 600, 1200, 4000)
    start = town.world.clock.now()
    got = await town.post("/sandbox/clock", {"advance": 3600})
    assert "unsettled" not in got
    offsets = [(moment - start).total_seconds() for moment in follower.happened]
    assert offsets == pytest.approx([600, 1200], abs=1)
    assert [entry["at"][:16] for entry in await town.log()] == ["2026-11-22T10:10", "2026-11-22T10:20"]
    assert len(follower.dues) == 1
    assert (await town.get("/sandbox/clock"))["followers"] == 1
    await _leave(follower, running)


async def test_what_falls_due_at_the_target_itself_happens(town: Town) -> None:
    follower, running = await _follow(town, 3600)
    target = follower.dues[0].isoformat()
    await town.post("/sandbox/clock", {"now": target})
    assert len(follower.happened) == 1
    await _leave(follower, running)


async def test_a_due_that_never_happens_does_not_hold_up_the_clock(town: Town) -> None:
    follower, running = await _follow(town)
    stuck = (town.world.clock.now() + timedelta(seconds=60)).isoformat()

    async def report(question: Json) -> None:
        await follower.socket.send_json({"id": question["id"], "settled": True, "due": stuck})

    follower.report = report  # type: ignore[method-assign]
    got = await town.post("/sandbox/clock", {"advance": 3600})
    assert got["now"].startswith("2026-11-22T11:00")
    await _leave(follower, running)


async def test_a_silent_follower_is_passed_over(town: Town) -> None:
    town.world.settings.settle_timeout = 0.05
    follower, running = await _follow(town, 60, 120, 180)
    silent = await town.http.ws_connect(town.base + "/sandbox/clock/follow")
    got = await town.post("/sandbox/clock", {"advance": 3600})
    assert got["unsettled"] == 1
    assert len(follower.happened) == 3
    await silent.close()
    await _leave(follower, running)


async def test_nonsense_from_a_follower_is_ignored(town: Town) -> None:
    socket = await town.http.ws_connect(town.base + "/sandbox/clock/follow")
    first = await socket.receive_json(timeout=2)
    assert first["now"].startswith("2026-11-22T10:00:0")
    for text in ("{", "[]", '{"id": 1}', '{"id": 1, "settled": true, "due": "never"}'):
        await socket.send_str(text)
    moving = asyncio.create_task(town.post("/sandbox/clock", {"advance": 60}))
    question = await socket.receive_json(timeout=2)
    while question["now"] < "2026-11-22T10:01":
        await socket.send_json({"id": question["id"], "settled": True, "due": None})
        question = await socket.receive_json(timeout=2)
    await socket.send_json({"id": question["id"], "settled": True, "due": None})
    assert "unsettled" not in await moving
    await socket.close()


async def test_deliveries_are_through_before_the_clock_moves(town: Town) -> None:
    app = await town.listen()
    app.statuses = [500, 500]
    await town.say("lisi", "app", "x")
    await town.post("/sandbox/clock", {"advance": 3600})
    assert len(app.got) == 3
