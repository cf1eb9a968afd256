"""What can wait lets callbacks go first, and not for ever."""

import asyncio
import time

from bot.queueing.pump import Pump
from bot.queueing.rush import CROWD, Rush
from bot.shapes.queue import Waiting


async def waited(rush: Rush) -> float:
    begun = time.monotonic()
    await rush.over()
    return time.monotonic() - begun


async def test_nobody_waits_for_a_steady_stream() -> None:
    rush = Rush(lull=60)
    for callers in range(1, CROWD):
        with rush.commit(callers):
            async with asyncio.timeout(1):
                await rush.over()


async def test_a_rush_is_waited_for_until_a_lull() -> None:
    rush = Rush(lull=0.002, patience=60)
    with rush.commit(CROWD):
        waiting = asyncio.create_task(rush.over())
        await asyncio.sleep(0.01)
        assert not waiting.done()
    async with asyncio.timeout(1):
        await waiting


async def test_commits_that_follow_each_other_are_one_rush() -> None:
    rush = Rush(lull=0.2, patience=60)
    with rush.commit(CROWD):
        waiting = asyncio.create_task(rush.over())
    for _ in range(25):
        await asyncio.sleep(0.01)  # more than a lull in all
        with rush.commit(CROWD):
            assert not waiting.done()
    async with asyncio.timeout(1):
        await waiting


async def test_patience_ends() -> None:
    rush = Rush(lull=0.001, patience=0.02)
    with rush.commit(CROWD):
        assert 0.02 <= await waited(rush) < 1


async def test_a_cry_for_help_is_taken_up_in_the_midst_of_a_rush() -> None:
    """Also one that comes while something else gives way already."""
    rush, begun = Rush(lull=60, patience=60), asyncio.Queue[int]()

    async def work(row: Waiting) -> None:
        begun.put_nowait(row.id)

    pump = Pump("intake", work, workers=1, give_way=rush.over)
    pump.start()
    with rush.commit(CROWD):
        pump.add([Waiting(1, "zhangsan", urgent=False)])
        await asyncio.sleep(0.01)
        assert begun.empty()
        pump.add([Waiting(2, "lisi", urgent=True)])
        async with asyncio.timeout(1):
            assert await begun.get() == 2
    await pump.stop(within=0.1)


async def test_a_failed_commit_is_over_too() -> None:
    rush = Rush(lull=0.001, patience=60)
    try:
        with rush.commit(CROWD):
            raise OSError("the disk is full")
    except OSError:
        async with asyncio.timeout(1):
            await rush.over()
