"""One process on SQLite: killed at the worst places, and exchanged behind a door that systemd keeps open."""

import asyncio
import os
import random
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import aiohttp
import pytest

from tests.pipeline.accounts import wrong
from tests.pipeline.callers import Caller
from tests.pipeline.processes import Town, free_port, town
from tests.pipeline.three import SEED, cluster

KILLS: Final = int(os.environ.get("KILLS", "100"))
EXCHANGED, MANY_EXCHANGED = 1, 20
A_SECOND: Final = 100  # messages
PEOPLE: Final = 300  # WeCom lets each be told thirty things a minute
WAIT_AT_MOST: Final = 400  # messages, on a machine that can't keep up
BACKLOG: Final = 1024  # as qunwu.socket has it
BETWEEN: Final = 0.5  # seconds
PATIENCE: Final = 50.0  # seconds: WeCom's five hold on a quiet machine only
STOPS_WITHIN: Final = 10.0  # what operating.md promises
_AS_SYSTEMD: Final = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1');"
    " os.execv(sys.executable, [sys.executable, '-m', 'bot', 'run', '--config', sys.argv[2]])"
)


@pytest.mark.soak
async def test_killed_a_hundred_times(tmp_path: Path) -> None:
    async with cluster(tmp_path, None, processes=1) as one:
        async with asyncio.TaskGroup() as group:
            group.create_task(one.write())
            for turn in range(KILLS):
                await one.kill(turn)
            one.over = True
        assert await one.accounts() == {}


@asynccontextmanager
async def behind(door: socket.socket, here: Town) -> AsyncIterator[None]:
    """A bot that is handed the door; stopped at the end, as a service manager does it."""
    log = here.folder / f"bot-{time.monotonic_ns()}.log"
    call = (sys.executable, "-c", _AS_SYSTEMD, str(door.fileno()), str(here.folder / "bot.toml"))
    with log.open("wb") as output:
        bot = await asyncio.create_subprocess_exec(*call, pass_fds=[door.fileno()], stdout=output, stderr=output)
    try:
        await asyncio.to_thread(here.await_bot)
        yield
    finally:
        bot.terminate()
        try:
            async with asyncio.timeout(STOPS_WITHIN):
                await bot.wait()
        except TimeoutError:
            bot.kill()
            raise


@asynccontextmanager
async def writing(here: Town) -> AsyncIterator[Caller]:
    """So many a second, each by a connection of its own, all the while; at the end all copies are taken."""
    people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
    ahead = datetime.fromisoformat(here.ask("/sandbox/clock")["now"]).timestamp() - time.time()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
        chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
        given = here.ask("/sandbox/credentials")
        caller = Caller(given, [here.bot_port], chance, session, ahead, most_copies=1, patience=PATIENCE)
        room = asyncio.Semaphore(WAIT_AT_MOST)

        async def say(number: int) -> None:
            await caller.say(people[number % len(people)], number)
            room.release()

        async def write() -> None:
            saying = set[asyncio.Task[None]]()
            try:
                for number in range(sys.maxsize):
                    await room.acquire()
                    saying.add(asyncio.create_task(say(number)))
                    await asyncio.sleep(1 / A_SECOND)
            finally:
                await asyncio.gather(*saying)

        task = asyncio.create_task(write())
        yield caller
        task.cancel()
        await asyncio.wait([task])


async def exchanged(folder: Path, times: int) -> dict[str, object]:
    """Empty where every callback had its 200 at the first try, and its effect once."""
    with socket.socket() as door, town(folder, bot_port=free_port(), people=PEOPLE) as here:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", here.bot_port))
        door.listen(BACKLOG)
        async with AsyncExitStack() as last:
            async with writing(here) as caller:
                for _ in range(times):
                    async with behind(door, here):
                        await asyncio.sleep(BETWEEN)
                await last.enter_async_context(behind(door, here))
            sys.stderr.write(f"{len(caller.asked)} messages, the slowest taken after {caller.slowest:.2f} s\n")
            found = await asyncio.to_thread(wrong, here, len(caller.asked))
    return found | ({"refused": caller.refused} if caller.refused or caller.unreached else {})


async def test_exchanged_under_load(tmp_path: Path) -> None:
    assert await exchanged(tmp_path, EXCHANGED) == {}


@pytest.mark.soak
async def test_exchanged_twenty_times_under_load(tmp_path: Path) -> None:
    assert await exchanged(tmp_path, MANY_EXCHANGED) == {}
