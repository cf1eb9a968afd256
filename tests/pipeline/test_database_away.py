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

import pytest

from bench.postgres import database
from tests.pipeline.three import Cluster, cluster
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
    before: float = 1.0
    after: float = 1.0
    hangs: bool = False


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


async def outage(three: Cluster, server: Stoppable, plan: Plan) -> None:
    """All of them write on and on; PostgreSQL goes and comes."""
    await asyncio.sleep(plan.before)
    down = time.monotonic()
    await asyncio.to_thread(server.freeze if plan.hangs else server.stop)
    for turn in range(SAID):
        await asyncio.to_thread(three.here.say, three.people[turn], f"/谁{turn}", to="bot")
        await asyncio.sleep(plan.away / SAID)
    done = time.monotonic()
    await asyncio.to_thread(server.thaw if plan.hangs else server.start)
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
    assert told["taken within a second"] >= 0.999 * len(tries), told


def _handled(three: Cluster) -> int:
    return int(three.here.rows("SELECT count(*) FROM inbox WHERE state = 'done'")[0][0])


def _spooled(three: Cluster) -> int:
    with closing(sqlite3.connect(three.here.folder / "spool.sqlite3")) as file:
        return int(file.execute("SELECT count(*) FROM spool").fetchone()[0])


async def survived(folder: Path, shared: str, server: Stoppable, plan: Plan) -> dict[str, object]:
    async with cluster(folder, shared, processes=plan.processes, people=plan.people) as three:
        three.caller.most_copies = 2
        three.pace = 1.5 * plan.people / plan.a_second
        async with asyncio.TaskGroup() as group:
            group.create_task(three.write())
            group.create_task(outage(three, server, plan))
        accounts = await three.accounts()
        assert await asyncio.to_thread(three.here.unheard) == []
        answers = await asyncio.to_thread(three.here.answers, "bot")
        assert sorted(found[1] for _, text in answers if (found := WHO.search(text))) == [str(n) for n in range(SAID)]
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
    """As one whose disk or network stands still: nothing fails, and nothing is answered."""
    plan = Plan(processes=3, people=160, away=SECONDS / 2, before=5.0, after=5.0, hangs=True)
    assert await survived(tmp_path, shared, Stoppable(postgres_server), plan) == {}
