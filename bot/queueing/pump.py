"""Works off waiting rows with a few workers at a time; the intake and the delivery are both one of these."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager, suppress
from typing import Literal

import structlog

from bot.queueing.backlog import Backlog
from bot.shapes.queue import Waiting

log = structlog.get_logger()

Work = Callable[[Waiting], Awaitable[float | None]]
GiveWay = Callable[[Callable[[], bool]], Awaitable[None]]
Ask = Callable[[Sequence[int]], Awaitable[Set[int]]]

AFTER_A_DEFECT = 5.0
NEXT_UP = 500  # rows of which one asks whether others have finished them
ROUNDS = 8
LONGEST_HOLD = 60.0  # seconds: a system clock that was set back must not hold a row for ever


async def _at_once(_called: Callable[[], bool]) -> None:
    return


class Pump:
    """`work(row)` returns None when the row is finished, or the seconds after which it wants to go again.

    Before it takes rows up it awaits `give_way`, which lets something more pressing go first, for a fraction of a
    second, and no longer than until it is called: urgent rows give way to nothing. While `gate` is not set, urgent rows
    alone are taken up. `spare` workers more take up urgent rows only, so that these find one free whatever the others
    wait for.
    """

    def __init__(
        self,
        name: str,
        work: Work,
        *,
        workers: int,
        spare: int = 0,
        give_way: GiveWay = _at_once,
        gate: asyncio.Event | None = None,
    ) -> None:
        self._name = name
        self._work = work
        self._give_way = give_way
        self._workers = workers
        self._spare = spare
        self._gate = gate
        self._backlog = Backlog()
        self._wake = asyncio.Event()
        self._settled = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()
        self._loop: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._backlog) + len(self._running)

    def add(self, rows: Iterable[Waiting]) -> None:
        for row in rows:
            self._backlog.add(row, not_before=_not_before(row))
        self._settled.clear()
        self._wake.set()

    def start(self) -> None:
        self._loop = asyncio.create_task(self._pump(), name=f"pump:{self._name}")

    async def stop(self, *, within: float) -> None:
        """Take nothing more; let what runs finish within that many seconds. What is left stays in the database.

        What does not finish by then is cancelled in the last fifth of that time, and not waited for any longer.
        """
        if self._loop:
            self._loop.cancel()
            await asyncio.wait([self._loop])
        if self._running:
            await asyncio.wait(self._running, timeout=within * 0.8)
        if self._running:
            log.warning("pump.cut_off", pump=self._name, rows=len(self._running))
            for task in self._running:
                task.cancel()
            await asyncio.wait(self._running, timeout=within * 0.2)

    async def settled(self) -> None:
        """Wait until nothing runs and nothing could go now (rows that wait out a failure don't count)."""
        while not self.is_settled():
            self._settled.clear()
            await self._settled.wait()

    def hurry(self) -> None:
        """Look at everything again now: the clock was moved."""
        self._backlog.unhold()
        self._settled.clear()
        self._wake.set()

    async def leave_out(self, still_waiting: Ask) -> None:
        """What others have finished: to reach for each row of theirs would cost more than one's own."""
        for _ in range(ROUNDS):
            rows = self._backlog.heads(NEXT_UP)
            if not rows:
                return
            waiting = await still_waiting([row.id for row in rows])
            finished = [row for row in rows if row.id not in waiting]
            self._backlog.drop(finished)
            if len(finished) * 2 < len(rows):
                break
        self._wake.set()

    def is_settled(self) -> bool:
        return not self._running and self._backlog.all_held(asyncio.get_running_loop().time())

    async def _pump(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            self._wake.clear()
            if len(self._backlog) and not self._is_called() and not self._is_shut():
                await self._give_way(self._is_called)
            while row := self._next(loop.time()):
                task = asyncio.create_task(self._run(row), name=f"{self._name}:{row.id}")
                self._running.add(task)
                task.add_done_callback(self._finished)
            if self.is_settled():
                self._settled.set()
            with self._woken_by_the_gate():
                await self._sleep(self._backlog.next_due(loop.time()))

    def _next(self, now: float) -> Waiting | None:
        """What may be taken up, by as many workers as are left."""
        at_work = len(self._running)
        if at_work >= self._workers + self._spare:
            return None
        return self._backlog.take(now, urgent_only=at_work >= self._workers or self._is_shut())

    def _is_called(self) -> bool:
        return self._backlog.presses

    def _is_shut(self) -> bool:
        return self._gate is not None and not self._gate.is_set()

    @contextmanager
    def _woken_by_the_gate(self) -> Iterator[None]:
        if self._gate is None or self._gate.is_set():
            yield
            return
        opening = asyncio.create_task(self._gate.wait(), name=f"gate:{self._name}")
        opening.add_done_callback(self._opened)
        try:
            yield
        finally:
            opening.cancel()

    def _opened(self, waited: asyncio.Future[Literal[True]]) -> None:
        if not waited.cancelled():
            self._wake.set()

    async def _sleep(self, seconds: float | None) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._wake.set()

    async def _run(self, row: Waiting) -> None:
        again: float | None = AFTER_A_DEFECT
        try:
            again = await self._work(row)
        except Exception:
            log.exception("pump.defect", pump=self._name, row=row.id)
        finally:
            if again is None:
                self._backlog.release(row)
            else:
                self._backlog.put_back(row, asyncio.get_running_loop().time() + again)


def _not_before(row: Waiting) -> float:
    """On the loop's clock; `retry_at` is on the wall's."""
    if not row.retry_at:
        return 0.0
    left = row.retry_at / 1000 - time.time()
    return asyncio.get_running_loop().time() + min(left, LONGEST_HOLD)
