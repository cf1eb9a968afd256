"""While callbacks press, what has time lets them go first: WeCom gives an answer five seconds, a reply may be later.

A steady stream is no rush, however quick: only commits that a crowd has to share say that callbacks wait for us. So
work slows down just as far as acknowledging would suffer, and no further.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

CROWD: Final = 4  # callers of one commit
LULL: Final = 0.02  # seconds without a crowded commit that tell a lull from the gap between two on a busy machine
LOOK: Final = 0.005  # seconds between two looks
PATIENCE: Final = 0.25  # seconds; then work goes on in the midst of the rush, so that nothing starves


class Rush:
    """Told of every commit; asked before work is taken up."""

    def __init__(
        self, *, lull: float = LULL, patience: float = PATIENCE, monotonic: Callable[[], float] | None = None
    ) -> None:
        self._lull = lull
        self._patience = patience
        self._monotonic = monotonic or time.monotonic
        self._crowded_at = float("-inf")
        self._under_way = False

    @contextmanager
    def commit(self, callers: int) -> Iterator[None]:
        """Around each commit; `callers` wait for it."""
        self._under_way = callers >= CROWD
        try:
            yield
        finally:
            if self._under_way:
                self._crowded_at, self._under_way = self._monotonic(), False

    async def over(self, called: Callable[[], bool] = lambda: False) -> None:
        """Returns at once where nobody presses or something urgent has `called`, and after `patience` at the latest."""
        until = self._monotonic() + self._patience
        while self._presses() and not called() and self._monotonic() < until:  # noqa: ASYNC110 - it waits for nothing
            await asyncio.sleep(min(self._lull, LOOK))

    def _presses(self) -> bool:
        return self._under_way or self._monotonic() - self._crowded_at < self._lull
