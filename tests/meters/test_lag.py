"""A blocked loop is noticed."""

import asyncio
import time

from bot.meters.lag import LoopLag


async def test_a_blocked_loop_is_late() -> None:
    lag = LoopLag(every=0.001)
    async with lag.watching():
        await asyncio.sleep(0.005)
        time.sleep(0.03)  # noqa: ASYNC251 - blocking the loop is the point
        await asyncio.sleep(0.005)
    assert 0.02 < lag.worst < 5


def test_nothing_was_measured() -> None:
    assert LoopLag().worst == 0
