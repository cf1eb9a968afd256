"""A disk that refuses every write, no descriptor left, five hundred who hardly send: what is acknowledged is stored,
and once the trouble is over everything goes on by itself."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from tests.hostile.doors import caller
from tests.hostile.test_slow_callers import SLOW
from tests.pipeline.callers import key_of
from tests.pipeline.processes import until
from tests.pipeline.three import Cluster, cluster

pytestmark = pytest.mark.soak

DESCRIPTORS, STRANGERS = 64, 100
LASTS = 0.5  # seconds
SOON, PATIENCE = 1.0, 20.0


@asynccontextmanager
async def written_to(folder: Path, *, pace: float = 1.0) -> AsyncIterator[Cluster]:
    """One process on SQLite, to which twenty people write all the time; in the end the books balance."""
    async with cluster(folder, None, processes=1) as one:
        await asyncio.to_thread(until, lambda: '"started"' in one.here.logs[0].read_text())  # it listens before
        one.caller.most_copies, one.pace = 1, pace
        writing = asyncio.create_task(one.write())
        await asyncio.sleep(LASTS / 2)
        try:
            yield one
            await asyncio.sleep(LASTS)
        finally:
            one.over = True
            await writing
        assert await one.accounts() == {}


@contextmanager
def limited(one: Cluster, kind: int, most: int) -> Iterator[None]:
    """The bot's process."""
    pid = one.here.bots[one.ports[0]].pid
    assert pid
    before = resource.prlimit(pid, kind)
    resource.prlimit(pid, kind, (most, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, kind, before)


async def refused(one: Cluster, more: int) -> None:
    """So many callbacks more."""
    enough = one.caller.refused + more
    async with asyncio.timeout(PATIENCE):
        while one.caller.refused < enough:  # noqa: ASYNC110 - a counter rings no bell
            await asyncio.sleep(0.02)


async def stored(one: Cluster) -> set[str]:
    return {key for (key,) in await asyncio.to_thread(one.here.rows, "SELECT key FROM inbox")}


def acknowledged(one: Cluster) -> set[str]:
    return {key_of(number) for number in one.caller.acknowledged}


async def test_a_disk_that_refuses_every_write_then_no_descriptor_left(tmp_path: Path) -> None:
    """As one that was mounted for reading only, or is full to the last byte; and strangers who take all sockets."""
    async with written_to(tmp_path) as one:
        with limited(one, resource.RLIMIT_FSIZE, 0):
            await refused(one, 20)
            assert acknowledged(one) <= await stored(one)
        with limited(one, resource.RLIMIT_NOFILE, DESCRIPTORS):
            async with AsyncExitStack() as stack:
                for _ in range(STRANGERS):
                    await stack.enter_async_context(caller(one.ports[0]))
                await asyncio.sleep(LASTS)
                assert acknowledged(one) <= await stored(one)


async def test_five_hundred_who_hardly_send_and_others_who_write(tmp_path: Path) -> None:
    async with written_to(tmp_path, pace=0.4) as one, AsyncExitStack() as stack:
        writers = [(await stack.enter_async_context(caller(one.ports[0])))[1] for _ in range(500)]
        begun = time.monotonic()
        for number, writer in enumerate(writers):
            writer.write(SLOW[number % len(SLOW)])
        while time.monotonic() < begun + 2 * LASTS:
            for writer in writers:
                writer.write(b"A")
            await asyncio.sleep(0.1)
        tries = sorted(long for began, long, _ in one.caller.tries if began > begun)
        assert len(tries) > 20
        assert tries[len(tries) * 99 // 100] < SOON
        assert acknowledged(one) <= await stored(one)
