"""What the database broke off when it went away begins again when it is back."""

import asyncio
from collections.abc import Callable
from typing import Final

import structlog

from bot.queueing.pump import Work
from bot.shapes.queue import Waiting

log = structlog.get_logger()

SOON: Final = 1.0  # seconds until a row is tried again that the database broke off


class Patience:
    """`reachable` is set while the database is there, and the gate of a pump; `away` tells its failures from those of
    the work."""

    def __init__(self, reachable: asyncio.Event, away: Callable[[BaseException], bool]) -> None:
        self._reachable = reachable
        self._away = away

    def of(self, work: Work) -> Work:
        """Urgent rows wait for nobody, so they may meet a database that is away, as those do that it leaves."""

        async def patient(row: Waiting) -> float | None:
            try:
                return await work(row)
            except Exception as error:
                if not self._away(error):
                    raise
                if self._reachable.is_set():
                    log.warning("row.broken_off", row=row.id, error=type(error).__name__)
                return SOON

        return patient
