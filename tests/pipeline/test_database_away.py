"""PostgreSQL is killed and comes back: callbacks of that time are taken at once, and have their effect once."""

import asyncio
import os
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from bench.postgres import database
from tests.pipeline.accounts import SETTLES_WITHIN
from tests.pipeline.three import Cluster, cluster
from tests.pipeline.wires import Wires, wired
from tests.postgres import Stoppable

pytestmark = pytest.mark.postgres

SAID, WHO = 8, re.compile(r"「谁(\d+)」")  # over the long connection while it is away
AT_ONCE = 1.0  # seconds to the 200
BACK_WITHIN = 10.0  # seconds from PostgreSQL's return to the first answer
SECONDS = float(os.environ.get("SECONDS", "60"))


@dataclass(frozen=True, slots=True)
class Plan:
    """Seconds; `a_second`: callbacks of `people` together, at `processes`."""

    processes: int
    people: int
    away: float
    a_second: float = 50.0
    share: float = 0.999  # of the callbacks, within a second
    before: float = 1.0
    after: float = 1.0


class Away(Protocol):
    """How it goes away and comes back."""

    def stop(self) -> None: ...

    def start(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Hanging:
    """As one whose disk stands still: nothing fails, and nothing is answered."""

    server: Stoppable

    def stop(self) -> None:
        self.server.freeze()

    def start(self) -> None:
        self.server.thaw()


@dataclass(frozen=True, slots=True)
class CutOff:
    """By the network, which forgets the connections that there were."""

    wires: Wires

    def stop(self) -> None:
        self.wires.cut()

    def start(self) -> None:
        self.wires.mend()


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


async def outage(three: Cluster, away: Away, plan: Plan) -> None:
    """All of them write on and on; PostgreSQL goes and comes."""
    await asyncio.sleep(plan.before)
    down = time.monotonic()
    await asyncio.to_thread(away.stop)
    for turn in range(SAID):
        await asyncio.to_thread(three.here.say, three.people[turn], f"/谁{turn}", to="bot")
        await asyncio.sleep(plan.away / SAID)
    done = time.monotonic()
    await asyncio.to_thread(away.start)
    up = time.monotonic()
    handled = await asyncio.to_thread(_handled, three)
    while await asyncio.to_thread(_handled, three) == handled:
        assert time.monotonic() < up + BACK_WITHIN, "it does not come back"
    back = time.monotonic() - up
    while await asyncio.to_thread(_spooled, three):
        assert time.monotonic() < up + 3 * BACK_WITHIN, "the spool is not emptied"
    emptied = time.monotonic() - up
    await asyncio.sleep(plan.after)
    three.over = True
    tries = [(long, taken) for began, long, taken in three.caller.tries if down <= began < done]
    told = {
        "tries while it was away": len(tries),
        "taken within a second": sum(taken and long < AT_ONCE for long, taken in tries),
        "slowest": round(max(long for long, _ in tries), 2),
        "first answer after": round(back, 1),
        "emptied after": round(emptied, 1),
        "lines logged": sum(len(log.read_text().splitlines()) for log in three.here.logs),
    }
    sys.stderr.write(f"{told}\n")
    assert told["taken within a second"] >= plan.share * len(tries), told


def _unanswered(three: Cluster) -> set[int]:
    """What was said over the long connection, and neither answered nor listed in time."""
    until = time.monotonic() + SETTLES_WITHIN
    while True:
        texts = [text for _, text in three.here.answers("bot")]
        texts += [content for (content,) in three.here.rows("SELECT content FROM outbox WHERE state = 'unknown'")]
        left = set(range(SAID)) - {int(found[1]) for text in texts if (found := WHO.search(text))}
        if not left or time.monotonic() > until:
            return left
        time.sleep(0.5)


def _handled(three: Cluster) -> int:
    return int(three.here.rows("SELECT count(*) FROM inbox WHERE state = 'done'")[0][0])


def _spooled(three: Cluster) -> int:
    with closing(sqlite3.connect(three.here.folder / "spool.sqlite3")) as file:
        return int(file.execute("SELECT count(*) FROM spool").fetchone()[0])


async def survived(folder: Path, shared: str, away: Away, plan: Plan, *, by: str | None = None) -> dict[str, object]:
    async with cluster(folder, shared, processes=plan.processes, people=plan.people, by=by) as three:
        three.caller.most_copies = 2
        three.pace = 1.5 * plan.people / plan.a_second
        async with asyncio.TaskGroup() as group:
            group.create_task(three.write())
            group.create_task(outage(three, away, plan))
        accounts = await three.accounts()
        assert await asyncio.to_thread(three.here.unheard) == []
        assert await asyncio.to_thread(_unanswered, three) == set()
        return accounts


async def test_away_for_two_seconds(tmp_path: Path, shared: str, postgres_server: str) -> None:
    plan = Plan(processes=1, people=20, away=2.0, before=0.5, after=0.5)
    assert await survived(tmp_path, shared, Stoppable(postgres_server), plan) == {}


@pytest.mark.soak
async def test_away_for_a_minute(tmp_path: Path, shared: str, postgres_server: str) -> None:
    plan = Plan(processes=3, people=160, away=SECONDS, before=5.0, after=5.0)
    assert await survived(tmp_path, shared, Stoppable(postgres_server), plan) == {}


@pytest.mark.soak
async def test_hangs_for_half_a_minute(tmp_path: Path, shared: str, postgres_server: str) -> None:
    plan = Plan(processes=3, people=160, away=SECONDS / 2, before=5.0, after=5.0)
    assert await survived(tmp_path, shared, Hanging(Stoppable(postgres_server)), plan) == {}


@pytest.mark.soak
async def test_cut_off_for_a_minute(tmp_path: Path, shared: str) -> None:
    """The test itself is the wires, and late with what it measures."""
    plan = Plan(processes=3, people=160, away=SECONDS, share=0.98, before=5.0, after=5.0)
    async with wired(shared) as (wires, by):
        found = await survived(tmp_path, shared, CutOff(wires), plan, by=by)
    found.pop("fetched too often", None)  # nobody could look whether another process has a token
    assert found == {}
