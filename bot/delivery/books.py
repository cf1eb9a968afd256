"""Writes down what became of each parcel: many outcomes, one commit."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Final

import structlog

from bot.delivery.doubt import doubtful_since
from bot.queueing.batching import Batcher
from bot.shapes.outgoing import Outcome, ToPeople, Verdict
from bot.shapes.queue import OutboxRow, OutboxRows, Part, Settlement, Waiting

log = structlog.get_logger()

WRITE_AGAIN_AFTER: Final = (0.1, 0.5, *repeat(2.0, 60))  # seconds; what is not written down is known to nobody
UNREADABLE = "written by another version of this program"


class Books:
    """`now` is the company's clock in ms, `alarm(cause)` tells a human that something said because of it was parked.

    `announce`: readers of a row go on by themselves, in rows of their own.
    """

    def __init__(
        self,
        rows: OutboxRows,
        now: Callable[[], int],
        alarm: Callable[[str], Awaitable[None]],
        announce: Callable[[Sequence[Waiting]], None],
    ) -> None:
        self._settlements = Batcher[Settlement, Sequence[Waiting]](rows.settle)
        self._announce = announce
        self._now = now
        self._alarm = alarm

    async def done(self, row: OutboxRow, outcome: Outcome) -> None:
        await self._write(self._settlement(row, "done", outcome))

    async def divided(
        self, row: OutboxRow, state: str, outcome: Outcome, kept: ToPeople, parts: tuple[Part, ...]
    ) -> None:
        """`kept` are those of a call for many for whom `state` holds."""
        settlement = replace(self._settlement(row, state, outcome), address=kept, parts=parts)
        await self._write(settlement)
        if any(part.state == "parked" for part in parts):
            log.error("parcel.parked", parcel=row.id, why=outcome.why)
            await self._alarm(row.cause)

    async def again(
        self, row: OutboxRow, outcome: Outcome, wait: float | None = None, *, counted: bool = True
    ) -> float:
        """The seconds until then: those of the outcome, or growing ones. Not `counted`: that was no attempt."""
        wait = backoff(row.attempts) if wait is None else wait
        settlement = self._settlement(row, "waiting", outcome, retry_at=int((time.time() + wait) * 1000))
        await self._write(settlement if counted else replace(settlement, attempts=row.attempts - 1))
        return wait

    async def step(self, row: OutboxRow, outcome: Outcome, step: int) -> None:
        """It was refused in this form or by this channel; the next one is tried at once."""
        await self._write(self._settlement(row, "waiting", outcome, step=step))

    async def unknown(self, row: OutboxRow, outcome: Outcome) -> None:
        log.error("parcel.unknown", parcel=row.id, route=row.route, why=outcome.why)
        await self._write(self._settlement(row, "unknown", outcome))

    async def park(self, row: OutboxRow, why: str, outcome: Outcome | None = None) -> None:
        log.error("parcel.parked", parcel=row.id, why=why)
        await self._write(self._settlement(row, "parked", outcome or Outcome(Verdict.REFUSED, why=why)))
        await self._alarm(row.cause)

    async def unreadable(self, row: int) -> None:
        log.error("parcel.parked", parcel=row, why=UNREADABLE)
        await self._write(Settlement(row, "parked", self._now(), why=UNREADABLE))
        await self._alarm("")

    def _settlement(
        self, row: OutboxRow, state: str, outcome: Outcome, *, step: int | None = None, retry_at: int = 0
    ) -> Settlement:
        return Settlement(
            row.id,
            state,
            self._now(),
            errcode=outcome.errcode,
            why=outcome.why,
            step=row.step if step is None else step,
            retry_at=retry_at,
            receipt=outcome.receipt,
            doubtful_since=doubtful_since(row) if outcome.verdict is Verdict.UNKNOWN else None,
            version=row.version,
        )

    async def _write(self, settlement: Settlement) -> None:
        if parts := await self._written(settlement):
            self._announce(parts)

    async def _written(self, settlement: Settlement) -> Sequence[Waiting]:
        """Also after a minute without a database: nothing else can be said to that reader meanwhile."""
        for number, pause in enumerate(WRITE_AGAIN_AFTER):
            try:
                return await self._settlements.add(settlement)
            except Exception as error:
                if not number:
                    log.warning("parcel.not_written", parcel=settlement.id, error=type(error).__name__)
                await asyncio.sleep(pause)
        return await self._settlements.add(settlement)


def backoff(attempts: int) -> float:
    """0.5 s doubling to 30 s, with jitter (no security hangs on it)."""
    return min(30.0, 0.5 * 2.0 ** max(0, attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311
