"""From the socket into the intake: one person's messages in order, different people side by side.

A cry for help waits for nothing that its sender wrote before. WeCom does not send again what was lost on this way, so
a database that is away for a moment is waited for.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming
from bot.shapes.ports import Intake
from bot.understanding.emergency.heed import heed

MOST_WAITING: Final = 5000
AGAIN_AFTER: Final = (0.1, 0.5, 2.0, 5.0)  # seconds

_Lane = tuple[UserId, bool]  # whose, and whether it is a cry for help

log = structlog.get_logger(__name__)


class Arrivals:
    """`put` never waits. `taken` is called for each message right after it was stored, not for copies."""

    def __init__(
        self,
        intake: Intake,
        *,
        taken: Callable[[Incoming], None],
        most_waiting: int = MOST_WAITING,
        again_after: Sequence[float] = AGAIN_AFTER,
    ) -> None:
        self._intake = intake
        self._taken = taken
        self._most_waiting = most_waiting
        self._again_after = again_after
        self._queues: dict[_Lane, deque[Incoming]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0

    def put(self, incoming: Incoming) -> None:
        """Beyond `most_waiting` messages are lost: memory ends somewhere, and the socket may not stand still.

        Of one person a tenth of that, so that nobody's flood costs others their messages.
        """
        lane = incoming.sender, heed(incoming.text) is not None
        queue = self._queues.get(lane) or deque()
        if self._waiting >= self._most_waiting or len(queue) >= max(1, self._most_waiting // 10):
            log.error("message lost: too many wait for the database", key=incoming.key)
            return
        self._waiting += 1
        self._queues[lane] = queue
        queue.append(incoming)
        if len(queue) == 1:
            task = asyncio.create_task(self._drain(lane, queue), name="wecom arrivals")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def stop(self, *, within: float) -> None:
        """Wait until everything that was put is stored; what is not after `within` seconds is lost."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=within)
        for task in late:
            task.cancel()
        if late:
            log.error("messages lost: not stored before the stop", messages=self._waiting)
            await asyncio.wait(late)

    async def _drain(self, lane: _Lane, queue: deque[Incoming]) -> None:
        while queue:
            await self._store(queue[0])
            queue.popleft()
            self._waiting -= 1
        del self._queues[lane]

    async def _store(self, incoming: Incoming) -> None:
        for pause in (*self._again_after, None):
            try:
                if await self._intake.take(incoming):
                    self._taken(incoming)
                return
            except Exception as error:
                log.warning("not stored", key=incoming.key, error=type(error).__name__, again_in=pause)
            if pause is not None:
                await asyncio.sleep(pause)
        log.error("message lost: the database stayed away", key=incoming.key)
