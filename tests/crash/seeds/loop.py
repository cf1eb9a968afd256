"""A stepped loop that takes the ready ones in an order drawn by lot, and may be killed between any two of them."""

import random
from collections.abc import Callable
from typing import Any, Final

from tests.crash.loop import SteppedLoop
from tests.crash.seeds.trace import Trace

MOST_STEPS: Final = 20_000  # of one life; a usual one has a thousand


class Killed(BaseException):
    """The process is gone."""


class Restless(Killed):
    """It should have come to rest long ago."""


class DrawingLoop(SteppedLoop):
    """`fair`: how often the one goes first that has been ready for longest. `on_end` is called after step `ends_at`."""

    def __init__(
        self, chance: random.Random, trace: Trace, *, fair: float, ends_at: int, on_end: Callable[[], None]
    ) -> None:
        super().__init__(self._look)
        self._chance = chance
        self._trace = trace
        self._fair = fair
        self.ends_at = ends_at
        self._on_end = on_end
        self._dead = False

    def bury(self) -> None:
        """What is left may unwind, in any order: nobody sees it any more."""
        self._dead = True
        self.set_exception_handler(lambda loop, context: None)

    def _next(self) -> Any:
        ready: Any = self._ready  # type: ignore[attr-defined]
        if self._dead or len(ready) == 1 or self._chance.random() < self._fair:
            return ready.popleft()
        place = self._chance.randrange(len(ready))
        handle = ready[place]
        del ready[place]
        self._trace.drawn(place)
        return handle

    def _look(self) -> None:
        if not self._dead:
            if self.steps > MOST_STEPS:
                raise Restless
            if self.steps == self.ends_at:
                self._on_end()
