"""Looks now and then, or soon after a bell rang, what other processes stored or left behind."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

import structlog

log = structlog.get_logger()

EVERY: Final = 1.0  # seconds: the net under the bell
SHORTLY: Final = 0.05  # what is worked off at once by whoever rang needs nobody else
SHARE: Final = 4  # times as long as it looked it then looks at nothing, however the bell rings
LONGEST: Final = 2.0  # seconds: a look that met a database that hung was long, and is over


class Lookout:
    def __init__(self, rung: asyncio.Event, *, every: float = EVERY) -> None:
        self._rung = rung
        self._every = every
        self._looking: asyncio.Task[None] | None = None

    def start(self, look: Callable[[], Awaitable[None]]) -> None:
        self._looking = asyncio.create_task(self._watch(look), name="lookout")

    async def stop(self) -> None:
        if self._looking:
            self._looking.cancel()
            await asyncio.wait([self._looking])

    async def _watch(self, look: Callable[[], Awaitable[None]]) -> None:
        loop = asyncio.get_running_loop()
        while not is_cancelled():
            with suppress(TimeoutError):
                async with asyncio.timeout(self._every):
                    await self._rung.wait()
            await asyncio.sleep(SHORTLY)
            self._rung.clear()
            began = loop.time()
            try:
                await look()
            except Exception as error:
                log.warning("lookout.failed", error=type(error).__name__)
            await asyncio.sleep(min((loop.time() - began) * SHARE, LONGEST))


def is_cancelled() -> bool:
    """Whether this task was told to stop; a connection that breaks at that moment raises something else over it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
