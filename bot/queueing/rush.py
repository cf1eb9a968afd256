"""While callbacks press, what has time lets them go first: WeCom gives an answer five seconds, a reply may be later."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LULL: Final = 0.005  # seconds without a commit that tell a lull from the gap between two commits
PATIENCE: Final = 0.25  # seconds; then work goes on in the midst of the rush, so that nothing starves


class Rush:
    """Commits that several callers had to share are a rush; it is over after a lull."""

    def __init__(self, *, lull: float = LULL, patience: float = PATIENCE) -> None:
        self._lull = lull
        self._patience = patience
        self._pressing = False
        self._under_way = False
        self._commits = 0

    @contextmanager
    def commit(self, callers: int) -> Iterator[None]:
        """Around each commit; `callers` wait for it."""
        self._pressing = self._pressing or callers > 1
        self._under_way = True
        try:
            yield
        finally:
            self._under_way = False
            self._commits += 1

    async def over(self) -> None:
        """Returns at once where nobody presses, and after `patience` at the latest."""
        loop = asyncio.get_running_loop()
        until = loop.time() + self._patience
        while self._pressing and loop.time() < until:
            before = self._commits
            await asyncio.sleep(self._lull)
            self._pressing = self._under_way or self._commits != before
