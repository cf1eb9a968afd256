"""It looks when the bell rings, and by itself now and then; a look that fails is not the last."""

import asyncio

from bot.queueing.lookout import Lookout
from tests.crash.loop import SteppedLoop


class View:
    def __init__(self) -> None:
        self.looks = 0
        self.seen = asyncio.Event()

    async def look(self) -> None:
        self.looks += 1
        self.seen.set()
        if self.looks == 1:
            raise ConnectionError("the database is away")


async def test_rung_for() -> None:
    view, rung = View(), asyncio.Event()
    lookout = Lookout(rung, every=60)
    lookout.start(view.look)
    for number in (1, 2):
        rung.set()
        async with asyncio.timeout(2):
            await view.seen.wait()
        view.seen.clear()
        assert view.looks == number
    await lookout.stop()


async def test_by_itself() -> None:
    view = View()
    lookout = Lookout(asyncio.Event(), every=0.01)
    lookout.start(view.look)
    for _ in range(2):
        async with asyncio.timeout(2):
            await view.seen.wait()
        view.seen.clear()
    await lookout.stop()


def test_a_look_that_hung_is_not_made_up_for_by_minutes_without_one() -> None:
    """In virtual time: the second one begins soon after the first."""

    async def lived() -> list[float]:
        began, loop = list[float](), asyncio.get_running_loop()

        async def look() -> None:
            began.append(loop.time())
            await asyncio.sleep(29)

        lookout = Lookout(asyncio.Event())
        lookout.start(look)
        await asyncio.sleep(65)
        await lookout.stop()
        return began

    loop = SteppedLoop()
    try:
        first, second, *_ = loop.run_until_complete(lived())
    finally:
        loop.close()
    assert second - first < 29 + 4


async def test_it_stops_even_if_what_it_looks_at_breaks_over_that() -> None:
    looking = asyncio.Event()

    async def look() -> None:
        looking.set()
        try:
            await asyncio.Event().wait()
        finally:
            raise ConnectionError("the connection broke while it was given back")

    lookout = Lookout(asyncio.Event(), every=0.01)
    lookout.start(look)
    await looking.wait()
    async with asyncio.timeout(2):
        await lookout.stop()
