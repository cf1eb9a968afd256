"""One who writes without end beside two hundred who do not: counted in virtual time, one message after the other."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.queueing.pump import Pump
from bot.shapes.queue import Waiting
from tests.crash.loop import SteppedLoop

TAKES: Final = 0.003  # seconds of the processor for one message
OTHERS, SECONDS, FLOOD, FLOOD_WITHIN = 200, 5, 2500, 5.0
WORKERS: Final = 8


def p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def waited(flood: int) -> list[float]:
    """How long each of the others waited until his message was done; every one writes once a second."""
    loop = SteppedLoop()
    try:
        return loop.run_until_complete(_lived(flood))
    finally:
        loop.close()


async def _lived(flood: int) -> list[float]:
    loop, processor = asyncio.get_running_loop(), asyncio.Lock()
    begun, took = dict[int, float](), list[float]()

    async def work(row: Waiting) -> None:
        async with processor:
            await asyncio.sleep(TAKES)
        if row.id in begun:
            took.append(loop.time() - begun[row.id])

    pump = Pump("intake", work, workers=WORKERS)
    pump.start()
    arrivals = [(each / OTHERS, f"other {each % OTHERS}") for each in range(OTHERS * SECONDS)]
    arrivals += [(each * FLOOD_WITHIN / FLOOD, "flood") for each in range(flood)]
    for number, (at, lane) in enumerate(sorted(arrivals), 1):
        await asyncio.sleep(at - loop.time())
        if lane != "flood":
            begun[number] = loop.time()
        pump.add([Waiting(number, lane, urgent=False)])
    await asyncio.sleep(2)
    await pump.stop(within=0.05)
    return took


def test_the_others_wait_hardly_longer() -> None:
    quiet, beside_a_flood = waited(0), waited(FLOOD)
    assert len(quiet) == len(beside_a_flood) == OTHERS * SECONDS
    assert p99(beside_a_flood) <= 2 * p99(quiet) + 0.01
    assert max(beside_a_flood) <= WORKERS * TAKES * 2
