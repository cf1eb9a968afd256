"""The stepped loop: the same steps each time, between which everything can be looked at; time passes at once."""

import asyncio
from pathlib import Path

import pytest

from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.crash.explore import ENGINE
from tests.crash.loop import SteppedLoop


def test_a_look_between_any_two_awaits() -> None:
    seen: list[str] = []
    done: list[str] = []

    async def work() -> None:
        for name in "abc":
            done.append(name)
            await asyncio.sleep(0)

    loop = SteppedLoop(lambda: seen.append("".join(done)))
    loop.run_until_complete(work())
    loop.close()
    assert seen[:3] == ["a", "ab", "abc"]


def test_an_hour_takes_no_time() -> None:
    loop = SteppedLoop()
    loop.run_until_complete(asyncio.sleep(3600))
    loop.close()
    assert loop.time() == 3600


def test_waiting_for_nothing_is_an_error() -> None:
    loop = SteppedLoop()
    waiting = loop.create_task(asyncio.Event().wait())
    with pytest.raises(AssertionError, match="waits"):
        loop.run_until_complete(waiting)
    waiting.cancel()
    loop.call_soon(lambda: None)
    with pytest.raises(asyncio.CancelledError):
        loop.run_until_complete(waiting)
    loop.close()


def test_a_timeout_that_did_not_happen_is_forgotten() -> None:
    loop = SteppedLoop()
    assert loop.run_until_complete(asyncio.wait_for(asyncio.sleep(1, "in time"), 60)) == "in time"
    loop.close()
    assert loop.time() == 1


def test_the_database_takes_as_many_steps_each_time(tmp_path: Path) -> None:
    async def live(path: Path) -> None:
        database = await Database.open(f"sqlite:///{path}", engine=ENGINE)
        await upgrade(database)
        await database.transact(lambda: database.execute("INSERT INTO peer (peer, first_heard) VALUES ('a', '')"))
        assert await database.fetch("SELECT peer FROM peer") == [{"peer": "a"}]
        await database.close()

    steps = set()
    for name in "ab":
        loop = SteppedLoop()
        loop.run_until_complete(live(tmp_path / name))
        loop.close()
        steps.add(loop.steps)
    assert len(steps) == 1
