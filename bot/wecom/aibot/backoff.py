"""How long to wait before trying again."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Backoff:
    """Doubles from `first` to `most` seconds. What lived longer than `most` was healthy, and starts anew.

    `dice` gives 0 to 1 and takes up to a quarter off, so that many clients do not come back together.
    """

    first: float
    most: float
    dice: Callable[[], float]
    _next: float = 0.0

    def after(self, lived: float) -> float:
        """Seconds to wait after something that lived for `lived` seconds."""
        if lived > self.most or not self._next:
            self._next = self.first
        pause, self._next = self._next, min(self.most, self._next * 2)
        return pause * (1 - self.dice() / 4)
