"""It looks when the bell rings, and by itself now and then; a look that fails is not the last."""

import asyncio

from bot.queueing.lookout import Lookout


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
