"""`due`: so many reminders fall due in one second, with three processes on one PostgreSQL: how late each is told.

Each is a case of its own, with its own message and its own call. Nobody may be told twice. `due.killed`: the same, and
the process that works most is killed when a tenth are told.
"""

import asyncio
import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.drained import PROBED
from bench.figures import Figure, percentile
from bench.people import user
from bench.processes import cpu_seconds
from bench.stubbed import Call, Outlet, lag_ms, plain_calls
from bench.trials import Conditions, Opened, Site, UntrustworthyError, site
from bot.config import loading
from bot.domain.reminders.reminder import Reminder
from bot.identifiers import UserId
from bot.services.reminders.reminding import DUE, JOB
from bot.shapes.act import Act
from bot.storage.engine.opening import opened
from bot.storage.privacy.sealing import Seal
from bot.storage.store import Records

PROCESSES = 3
A_PIECE = 500  # entered in one transaction
AHEAD = 3.0  # seconds from the last entry until they fall due
KNOWN_WITHIN = 90.0  # seconds until the bot has read its directory
TOLD_WITHIN = 300.0
BARE = "as many calls by aiohttp's client and nothing else, in the same run"


def figures(database: Opened, reminders: int) -> Iterator[Figure]:
    for name, killed in (("due", False), ("due.killed", True)):
        with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as place, database(Path(place)) as url:
            conditions = Conditions(processes=PROCESSES)
            with site(Path(place), url, conditions, program=PROBED, people=reminders) as under_test:
                seal = Seal(loading.load(Path(place, "bot-0.toml")).privacy.keys)
                yield _figure(name, under_test, url, seal, reminders, killed=killed)


def _figure(name: str, under_test: Site, url: str, seal: Seal, reminders: int, *, killed: bool) -> Figure:
    outlet, bots = Outlet(under_test.api), list(under_test.bots)
    asyncio.run(known(url, reminders))
    bare = asyncio.run(plain_calls(under_test.api, reminders))
    before, repeated = len(outlet.read()), outlet.dropped()
    lag_ms(bots)
    cpu = {each.pid: cpu_seconds(each.pid) for each in bots}
    at = asyncio.run(_entered(url, seal, reminders))
    if killed:
        outlet.await_calls(before + reminders // 10, within=TOLD_WITHIN)
        busiest = max(bots, key=lambda each: cpu_seconds(each.pid) - cpu[each.pid])
        os.kill(busiest.pid, signal.SIGKILL)
        bots.remove(busiest)
    outlet.await_calls(before + reminders, within=TOLD_WITHIN)
    used = sum(cpu_seconds(each.pid) - cpu[each.pid] for each in bots)
    late = lateness(outlet.calls[before:], at)
    last = max(late)
    more = {
        "baseline_value": bare,
        "reminders": reminders,
        "p50_s": percentile(late, 50),
        "cpu_us": used * 1e6 / reminders,
        "lag_ms": lag_ms(bots),
        "repeated": outlet.dropped() - repeated,
    }
    return Figure(name, last, "s", BARE, last / bare, more)


def lateness(calls: Sequence[Call], at: float) -> list[float]:
    """Seconds. Raises UntrustworthyError where somebody was told twice or too early."""
    if twice := [to for to, number in Counter(to for _, to in calls).items() if number > 1]:
        raise UntrustworthyError(f"{len(twice)} were told twice")
    late = [when - at for when, _ in calls]
    if min(late) < 0:
        raise UntrustworthyError("somebody was told before it was time")
    return late


async def known(url: str, people: int) -> None:
    """Until the bot has read so many. Raises TimeoutError."""
    async with opened(url, ()), asyncio.timeout(KNOWN_WITHIN):
        while len(await Records().directory.people()) < people:  # noqa: ASYNC110 - another process reads them
            await asyncio.sleep(1.0)


async def _entered(url: str, seal: Seal, reminders: int) -> float:
    """When all of them fall due, on the monotonic clock."""
    async with opened(url, ()) as database:
        records, far = Records.sealed(seal), datetime.now(UTC) + timedelta(days=1)

        async def some(first: int) -> None:
            by = Act("bench", "bench", "测量", "bench", datetime.now(UTC))
            for number in range(first, min(first + A_PIECE, reminders)):
                name, who = f"TX-{number}", UserId(user(number))
                await records.reminders.add(Reminder(name, who, who, "交巡检表", far), by=by)
                await records.timers.set(JOB, name, DUE, far)

        for first in range(0, reminders, A_PIECE):
            await database.transact(lambda first=first: some(first))  # type: ignore[misc]
        due, moment = time.monotonic() + AHEAD, datetime.now(UTC) + timedelta(seconds=AHEAD)
        await database.execute("UPDATE timer SET due_at = ?1, try_at = ?1 WHERE job = ?2", moment, JOB)
        await database.transact(lambda: records.jobs.hasten(JOB, moment))
        return due
