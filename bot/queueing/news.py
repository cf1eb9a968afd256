"""What other processes stored: read once each, however long it waits."""

import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from bot.shapes.queue import InboxRows, OutboxRows, Waiting

WHOLE_EVERY: Final = 5.0  # seconds
SHARE: Final = 20  # of the time: what takes a second to read, of a hundred thousand that wait, is read each twenty
LONGEST: Final = 60.0  # seconds: a reading that took so long met a database that hung


class News:
    """Rows with a number beyond all that were read; now and then all of them.

    For rows are seen in the order of their commits, not of their numbers; and what was parked may wait again. Lanes
    come in an order that each process (`number`) has for itself: of a thousand that wait all would reach for the same.
    What is read as news was stored a moment ago by one who lives, and has stopped nobody.
    """

    def __init__(
        self,
        rows: InboxRows | OutboxRows,
        *,
        whole_every: float = WHOLE_EVERY,
        monotonic: Callable[[], float] = time.monotonic,
        number: Callable[[], int] = lambda: 0,
    ) -> None:
        self._rows = rows
        self._number = number
        self._whole_every = whole_every
        self._monotonic = monotonic
        self._whole_at = float("-inf")  # when all of them are read next
        self._last = 0

    async def read(self) -> Sequence[Waiting]:
        began = self._monotonic()
        whole = began >= self._whole_at
        found = await self._rows.waiting(0 if whole else self._last)
        self._last = max([self._last, *(row.id for row in found[-1:])])
        number = self._number()
        ordered = sorted(found, key=lambda row: zlib.crc32(f"{number} {row.lane}".encode()))
        if not whole:
            return [replace(row, resumed=False) for row in ordered]
        self._whole_at = began + max(self._whole_every, min(SHARE * (self._monotonic() - began), LONGEST))
        return ordered
