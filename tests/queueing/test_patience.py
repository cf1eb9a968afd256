"""An outage is nobody's failure: work waits for its end, and what was broken off goes again."""

import asyncio

import asyncpg
import pytest

from bot.queueing.patience import SOON, Patience
from bot.queueing.pump import Pump
from bot.shapes.queue import Waiting
from bot.storage.engine.trouble import is_away


async def test_nothing_is_taken_up_before_the_database_is_back() -> None:
    reachable, done = asyncio.Event(), list[int]()
    patience = Patience(reachable, is_away)

    async def work(row: Waiting) -> None:
        done.append(row.id)

    pump = Pump("test", patience.of(work), workers=1, gate=reachable)
    pump.start()
    pump.add([Waiting(1, "lisi", urgent=False)])
    await asyncio.sleep(0.01)
    assert done == []
    reachable.set()
    async with asyncio.timeout(5):
        await pump.settled()
    assert done == [1]
    await pump.stop(within=1)


async def test_what_it_breaks_off_goes_again_and_a_defect_stays_one() -> None:
    patience = Patience(asyncio.Event(), is_away)
    errors = iter((ConnectionResetError(), TimeoutError(), asyncpg.TooManyConnectionsError("full"), KeyError("ours")))

    async def work(row: Waiting) -> None:
        raise next(errors)

    again = patience.of(work)
    row = Waiting(1, "lisi", urgent=True)
    assert [await again(row) for _ in range(3)] == [SOON] * 3
    with pytest.raises(KeyError):
        await again(row)
