"""Three processes, killed with -9 at any time and at the worst places, stopped and started: each message counts."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.postgres import database
from tests.pipeline import processes
from tests.pipeline.deaths import CLAIMED
from tests.pipeline.three import cluster

pytestmark = pytest.mark.postgres

KILLS, MANY_KILLS = 6, int(os.environ.get("KILLS", "200"))
RESTARTS, MANY_RESTARTS = 3, 20
NO_LONGER = 8.0
STANDS_STILL = 3.0
TAKEN_OVER_WITHIN = 5.0  # on a quiet machine
A_TURN = 0.2  # seconds of this process's own


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


async def until(true: Callable[[], object]) -> None:
    await asyncio.to_thread(processes.until, true)


def slowness() -> float:
    """How many times as long as on a quiet machine a process waits here for its turn; 1 at least."""
    began, mine = time.monotonic(), time.process_time()
    while time.process_time() - mine < A_TURN:
        pass
    return max(1.0, (time.monotonic() - began) / A_TURN)


async def killed(folder: Path, shared: str, kills: int) -> dict[str, object]:
    async with cluster(folder, shared) as three:
        async with asyncio.TaskGroup() as group:
            group.create_task(three.write())
            for turn in range(kills):
                await three.kill(turn)
            three.over = True
        return await three.accounts()


async def restarted(folder: Path, shared: str, restarts: int) -> dict[str, object]:
    async with cluster(folder, shared) as three:
        async with asyncio.TaskGroup() as group:
            group.create_task(three.write())
            took = [await three.restart(three.ports[turn % len(three.ports)]) for turn in range(restarts)]
            three.over = True
        assert three.caller.refused == 0  # one that stops listens no more, or answers 200
        assert max(took) < NO_LONGER
        return await three.accounts()


async def test_killed_six_times(tmp_path: Path, shared: str) -> None:
    assert await killed(tmp_path, shared, KILLS) == {}


@pytest.mark.soak
async def test_killed_two_hundred_times(tmp_path: Path, shared: str) -> None:
    assert await killed(tmp_path, shared, MANY_KILLS) == {}


async def test_stopped_and_started_in_turn(tmp_path: Path, shared: str) -> None:
    assert await restarted(tmp_path, shared, RESTARTS) == {}


@pytest.mark.soak
async def test_stopped_and_started_in_turn_for_long(tmp_path: Path, shared: str) -> None:
    assert await restarted(tmp_path, shared, MANY_RESTARTS) == {}


async def test_sends_are_taken_over_from_the_dead_and_not_from_the_slow(tmp_path: Path, shared: str) -> None:
    async with cluster(tmp_path, shared) as three:
        here, (first, *others) = three.here, three.ports
        three.caller.ports = [first]
        here.ask("/sandbox/faults", {"path": "/cgi-bin/message/send", "delay": STANDS_STILL, "times": 1})
        await three.caller.say(three.people[0], 0)
        await until(lambda: here.rows("SELECT 1 FROM outbox WHERE state = 'sending'"))
        here.signal_bot(signal.SIGSTOP, first)
        await asyncio.sleep(STANDS_STILL)
        here.signal_bot(signal.SIGCONT, first)
        await until(lambda: here.rows("SELECT 1 FROM outbox WHERE state = 'done'"))
        assert await asyncio.to_thread(here.rows, "SELECT max(attempts) FROM outbox") == [(1,)]

        here.doom_bot(CLAIMED, first)
        saying = asyncio.create_task(three.caller.say(three.people[1], 1))
        await until(lambda: here.is_dead(first))
        began, three.caller.ports = time.monotonic(), others
        assert await asyncio.to_thread(here.rows, "SELECT 1 FROM outbox WHERE state = 'sending'")
        await saying
        await asyncio.gather(*(three.caller.say(user, n) for n, user in enumerate(three.people[2:], 2)))
        await three.caller.finish()
        await until(lambda: len(here.answers()) == len(three.people))
        took, slower = time.monotonic() - began, slowness()
        sys.stderr.write(f"taken over after {took:.1f} s, on a machine {slower:.1f} times as slow as a quiet one\n")
        assert took < TAKEN_OVER_WITHIN * slower
        assert await three.accounts() == {}
