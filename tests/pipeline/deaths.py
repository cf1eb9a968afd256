"""Where a process of the bot may be made to die: it is told the place while it lives, and is gone when it gets there.

A process that `tests.nursery` bore with `DIES_AT` in its environment reads the name of a place from that file whenever
it gets SIGUSR1. The next one that passes there takes the process with it, by SIGKILL, so nothing is tidied up.
"""

import functools
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

BEFORE_IT_IS_STORED, STORED = "before a message is stored", "stored and not acknowledged"
BEFORE_THE_COMMIT, COMMITTED = "before what came of it is committed", "committed and not announced"
CLAIMED = "claimed and not sent"
SENT, MARKED = "sent and not marked", "marked"

PLACES: Final = (BEFORE_IT_IS_STORED, STORED, BEFORE_THE_COMMIT, COMMITTED, CLAIMED, SENT, MARKED)


class Fate:
    """Of this process."""

    def __init__(self, told: Path) -> None:
        self._told = told
        self._place = ""

    def hear(self, *_: object) -> None:
        self._place = self._told.read_text()

    def passes(self, place: str) -> None:
        if place == self._place:
            os.kill(os.getpid(), signal.SIGKILL)


def arm(told: Path) -> None:
    """The classes of this process alone are changed."""
    from bot.intake.dispatcher import Dispatcher
    from bot.storage.queues.outbox import OutboxTable
    from bot.storage.queues.shared_inbox import SharedInboxTable
    from bot.storage.queues.shared_outbox import SharedOutboxTable

    fate = Fate(told)
    signal.signal(signal.SIGUSR1, fate.hear)
    _watch(SharedInboxTable, "store", fate, before=BEFORE_IT_IS_STORED, after=STORED)
    _watch(OutboxTable, "put", fate, after=BEFORE_THE_COMMIT)
    _watch(Dispatcher, "_until_not_overtaken", fate, after=COMMITTED)
    _watch(SharedOutboxTable, "claim", fate, after=CLAIMED)
    _watch(SharedOutboxTable, "settle", fate, before=SENT, after=MARKED)


def _watch(holder: type, name: str, fate: Fate, *, before: str = "-", after: str = "-") -> None:
    real: Callable[..., Any] = getattr(holder, name)

    @functools.wraps(real)
    async def watched(*values: Any, **options: Any) -> Any:
        fate.passes(before)
        found = await real(*values, **options)
        fate.passes(after)
        return found

    setattr(holder, name, watched)
