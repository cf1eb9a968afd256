"""`notice`: a notice to everybody of a large company, from the moment at which it is due to the last call.

The baseline is as many calls and nothing else. `notice.killed`: the process is killed twenty times on the way, after a
call or a few, and started again: everybody is told once, by no more calls than thousands of people, and kills.
"""

import asyncio
import random
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
from bench.trials import Conditions, Site, UntrustworthyError, beside, serving_bot, site
from bot.identifiers import UserId
from bot.storage.engine.opening import opened
from bot.storage.store import Records

FEWEST = "people by thousands, which is WeCom's most (D-90236)"
A_CALL = 1000
WORDS = "全员演练通知：今天不演练，这是压力测试。"
TOLD_WITHIN = 120.0
MOST_CALLS = 5  # of one life
SEED = 7


def figures(people: int, kills: int) -> Iterator[Figure]:
    yield _undisturbed(people)
    yield _killed(people, kills, random.Random(SEED))


def _undisturbed(people: int) -> Figure:
    with (
        tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name,
        beside(Path(name)) as url,
        site(Path(name), url, program=PROBED, people=people) as under_test,
    ):
        asyncio.run(known(url, people))
        return _figure(under_test, Outlet(under_test.api), url, people)


def _killed(people: int, times: int, dice: random.Random) -> Figure:
    """Calls, against the fewest that could do."""
    with (
        tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name,
        beside(Path(name)) as url,
        site(Path(name), url, Conditions(processes=0), people=people) as under_test,
    ):
        outlet, folder = Outlet(under_test.api), Path(name)
        with serving_bot(folder, url, under_test.api):
            asyncio.run(known(url, people))
        asyncio.run(_posted(url))
        kills = sum(_some_calls(folder, url, outlet, people, dice) for _ in range(times))
        with serving_bot(folder, url, under_test.api):
            told = _all_told(outlet, 0, people)
        calls, fewest = len(told) + outlet.dropped(), -(-people // A_CALL)
    if calls > fewest + kills:
        raise UntrustworthyError(f"{calls} calls of {fewest} after {kills} kills")
    more = {"baseline_value": fewest, "people": people, "kills": kills, "repeated": calls - len(told)}
    return Figure("notice.killed", calls, "calls", FEWEST, calls / fewest, more)


def _some_calls(folder: Path, url: str, outlet: Outlet, people: int, dice: random.Random) -> bool:
    """A life of the bot, which ends after a few; whether there was anything left to tell."""
    wanted = len(outlet.read()) + dice.randint(1, MOST_CALLS)
    with serving_bot(folder, url, outlet.api):
        deadline = time.monotonic() + TOLD_WITHIN
        while len(outlet.read()) < wanted and time.monotonic() < deadline:
            if sum(to.count("|") + 1 for _, to in outlet.calls) >= people:
                return False
            time.sleep(dice.uniform(0.001, 0.01))
    return True


def _figure(under_test: Site, outlet: Outlet, url: str, people: int) -> Figure:
    [bot] = under_test.bots
    before = len(outlet.read())
    lag_ms([bot])
    memory, cpu = resident_mb(bot.pid), cpu_seconds(bot.pid)
    due = asyncio.run(_posted(url))
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
    took = told[-1][0] - due
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


async def _posted(url: str) -> float:
    """Due at once; when that is, on the monotonic clock."""
    async with opened(url, ()) as database:
        notice, due = draft(WORDS, wants_confirmation=False), time.monotonic()
        await database.transact(lambda: scheduled(Records(), notice, UserId(user(0)), datetime.now(UTC)))
    return due
