"""`notice`: a notice to everybody of a large company, from the moment at which it is due to the last call.

The baseline is as many calls and nothing else.
"""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.broadcast import draft, scheduled
from bench.drained import PROBED
from bench.due import BARE, known
from bench.figures import Figure
from bench.people import user
from bench.processes import cpu_seconds, resident_mb
from bench.stubbed import POLL, Call, NotDrainedError, Outlet, lag_ms, plain_calls
from bench.trials import Site, UntrustworthyError, beside, site
from bot.identifiers import UserId
from bot.storage.engine.opening import opened
from bot.storage.store import Records

WORDS = "全员演练通知：今天不演练，这是压力测试。"
TOLD_WITHIN = 120.0


def figures(people: int) -> Iterator[Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name,
        beside(Path(name)) as url,
        site(Path(name), url, program=PROBED, people=people) as under_test,
    ):
        asyncio.run(known(url, people))
        yield _figure(under_test, Outlet(under_test.api), url, people)


def _figure(under_test: Site, outlet: Outlet, url: str, people: int) -> Figure:
    [bot] = under_test.bots
    before = len(outlet.read())
    lag_ms([bot])
    memory, cpu, begun = resident_mb(bot.pid), cpu_seconds(bot.pid), time.monotonic()
    asyncio.run(_posted(url))
    told = _all_told(outlet, before, people)
    lag = lag_ms([bot])
    used, grown = cpu_seconds(bot.pid) - cpu, resident_mb(bot.pid) - memory
    bare = asyncio.run(plain_calls(under_test.api, len(told)))
    more = {
        "baseline_value": bare,
        "people": people,
        "calls": len(told),
        "cpu_s": used,
        "more_mb": grown,
        "lag_ms": lag,
    }
    took = told[-1][0] - begun
    return Figure("notice", took, "s", BARE, took / bare, more)


def _all_told(outlet: Outlet, before: int, people: int) -> Sequence[Call]:
    """The calls. Raises NotDrainedError, and UntrustworthyError where somebody was told twice."""
    deadline = time.monotonic() + TOLD_WITHIN
    while time.monotonic() < deadline:
        calls = outlet.read()[before:]
        told = Counter(reader for _, to in calls for reader in to.split("|"))
        if any(number > 1 for number in told.values()):
            raise UntrustworthyError("somebody was told twice")
        if len(told) == people:
            return calls
        time.sleep(POLL)
    raise NotDrainedError(f"not everybody was told within {TOLD_WITHIN:.0f} s")


async def _posted(url: str) -> None:
    async with opened(url, ()) as database:
        notice = draft(WORDS, wants_confirmation=False)
        await database.transact(lambda: scheduled(Records(), notice, UserId(user(0)), datetime.now(UTC)))
