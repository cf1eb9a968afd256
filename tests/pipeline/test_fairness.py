"""The real thing: one person writes thousands of messages at once. What the others notice of it is measured."""

import asyncio
import os
import random
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import aiohttp
import msgspec
import pytest

from tests.pipeline.accounts import answered_in
from tests.pipeline.callers import Caller
from tests.pipeline.processes import Town, town

FLOOD: Final = int(os.environ.get("FLOOD", "5000"))  # messages of one, as fast as they are acknowledged
OTHERS: Final = 200
RATE: Final = float(os.environ.get("RATE", "200"))  # messages a second of all of them
PHASE: Final = 10.0  # seconds; WeCom lets each be told thirty things a minute
QUIET: Final = 1.0  # processes that want a processor, on two cores
WARM_UP: Final = 3.0  # seconds, not counted
FLOODS: Final = "20"  # seconds that its answers are counted; it is over when all are acknowledged
SETTLES: Final = 60.0
_FROM: Final = 1_000_000


class Watcher:
    """When which answer was seen in the sandbox's log."""

    def __init__(self, here: Town, session: aiohttp.ClientSession) -> None:
        self._url = f"http://127.0.0.1:{here.port}/sandbox/log"
        self._session = session
        self.seen: dict[int, float] = {}

    async def watch(self) -> None:
        last = 0
        while True:
            async with self._session.get(self._url, params={"after": str(last), "wait": "5"}) as answer:
                told = await answer.json()
            last = told["last"]
            for entry in told["entries"]:
                if (number := answered_in(entry["text"])) is not None:
                    self.seen.setdefault(number, time.monotonic())


async def said(caller: Caller, people: Sequence[str], first: int, seconds: float = PHASE) -> dict[int, float]:
    """Everybody in turn for a phase: by number, when it was sent."""
    begun, count = dict[int, float](), int(seconds * RATE)
    start = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number in range(count):
            await asyncio.sleep(start + number / RATE - time.monotonic())
            begun[first + number] = time.monotonic()
            group.create_task(caller.deliver(people[number % OTHERS], first + number))
    return begun


def request(caller: Caller, user: str, number: int, port: int) -> bytes:
    query, body = caller.sealed(user, number)
    head = f"POST /wecom/app?{urlencode(query)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: text/xml\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def p99(begun: dict[int, float], seen: dict[int, float]) -> tuple[float, float]:
    """The middle one and the 99th of a hundred, in seconds."""
    took = sorted(seen[number] - at for number, at in begun.items())
    return took[len(took) // 2], took[int(len(took) * 0.99)]


@pytest.mark.soak
async def test_who_writes_without_end_is_noticed_by_nobody_else(tmp_path: Path) -> None:
    was_quiet = os.getloadavg()[0] < QUIET
    with town(tmp_path, people=OTHERS + 20) as here:
        here.start_bot()
        await asyncio.to_thread(here.await_bot)
        everybody = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        flooder, others = everybody[0], everybody[-OTHERS:]
        async with aiohttp.ClientSession() as session:
            ahead = datetime.fromisoformat(here.ask("/sandbox/clock")["now"]).timestamp() - time.time()
            chance = random.Random(1)  # noqa: S311
            caller = Caller(here.ask("/sandbox/credentials"), [here.bot_port], chance, session, ahead)
            watcher = Watcher(here, session)
            watching = asyncio.create_task(watcher.watch())
            await asyncio.sleep(3)  # the directory is being read
            warm = await said(caller, others, 0, WARM_UP)
            quiet = await said(caller, others, len(warm))
            file = tmp_path / "flood"
            requests = [request(caller, flooder, _FROM + number, here.bot_port) for number in range(FLOOD)]
            file.write_bytes(msgspec.msgpack.encode(requests))
            pid = here.bots[here.bot_port].pid
            asked = (str(file), str(here.bot_port), str(pid), FLOODS, "once")
            flood = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bench.load", *asked, stdout=asyncio.subprocess.PIPE
            )
            flooding = asyncio.create_task(flood.communicate())
            began = time.monotonic()
            beside = await said(caller, others, len(warm) + len(quiet))
            until = time.monotonic() + SETTLES
            while not {*quiet, *beside} <= watcher.seen.keys():
                assert time.monotonic() < until, "somebody has no answer"
                await asyncio.sleep(0.1)
            told, _ = await flooding
            watching.cancel()
        (calm, calm99), (busy, busy99) = p99(quiet, watcher.seen), p99(beside, watcher.seen)
        flooded = msgspec.json.decode(told)
        took = f"{time.monotonic() - began:.0f} s until all was over"
        sys.stderr.write(
            f"{RATE:.0f}/s: p50 {calm * 1000:.0f} ms, p99 {calm99 * 1000:.0f} ms; beside {flooded['accepted']}"
            f" of one ({took}): p50 {busy * 1000:.0f} ms, p99 {busy99 * 1000:.0f} ms\n{flooded}\n"
        )
        if was_quiet:  # else others take the processor, and not he
            assert busy99 <= 2 * calm99 + 0.1
