"""The power fails: what lies on the disk at any moment opens, and has every message that was acknowledged by then.

The process stands still while its files are copied, so that they are of one moment. What the system had not written to
the disk yet is beyond this: SQLite's `synchronous = FULL` and the disk answer for that.
"""

import asyncio
import os
import random
import signal
import sqlite3
import time
from collections.abc import Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

import aiohttp
import pytest

from tests.pipeline.callers import Caller, key_of
from tests.pipeline.processes import Town, town

CUTS, MANY_CUTS = 20, 200
EACH_TIME = 3
BETWEEN = 0.08  # seconds
SEED: Final = int(os.environ.get("SEED", "20261123"))
FILES = ("bot.sqlite3", "bot.sqlite3-wal")


def cut(here: Town, caller: Caller, into: Path) -> frozenset[int]:
    """What was acknowledged before it."""
    acknowledged = frozenset(caller.acknowledged)
    here.signal_bot(signal.SIGSTOP)
    while not here.stands_still():
        time.sleep(0.001)
    into.mkdir()
    for name in FILES:
        (into / name).write_bytes((here.folder / name).read_bytes())
    here.signal_bot(signal.SIGCONT)
    return acknowledged


def wrong(left: Path, acknowledged: Collection[int]) -> str:
    with closing(sqlite3.connect(left / FILES[0])) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        keys = {key for (key,) in database.execute("SELECT key FROM inbox")}
    lost = [number for number in acknowledged if key_of(number) not in keys]
    return "" if whole == "ok" and not lost else f"{left.name}: {whole}, lost {lost}"


async def found(folder: Path, cuts: int) -> list[str]:
    """Of each of them; empty where nothing is wrong."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    (folder / "town").mkdir()
    with town(folder / "town") as here:
        here.start_bot()
        await asyncio.to_thread(here.await_bot)
        people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        ahead = datetime.fromisoformat(here.ask("/sandbox/clock")["now"]).timestamp() - time.time()
        async with aiohttp.ClientSession() as session:
            caller = Caller(here.ask("/sandbox/credentials"), [here.bot_port], chance, session, ahead)
            left = []
            for number in range(cuts):
                numbers = zip(
                    chance.sample(people, EACH_TIME), range(number * EACH_TIME, (number + 1) * EACH_TIME), strict=True
                )
                saying = [asyncio.create_task(caller.say(user, each)) for user, each in numbers]
                await asyncio.sleep(chance.uniform(0, BETWEEN))
                into = folder / f"cut-{number}"
                left.append(wrong(into, cut(here, caller, into)))
                await asyncio.gather(*saying)
            await caller.finish()
            assert len(caller.acknowledged) == EACH_TIME * cuts
    return [each for each in left if each]


async def test_twenty_times(tmp_path: Path) -> None:
    assert await found(tmp_path, CUTS) == []


@pytest.mark.soak
async def test_two_hundred_times(tmp_path: Path) -> None:
    assert await found(tmp_path, MANY_CUTS) == []
