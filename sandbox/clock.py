"""The company's time: starts at a given instant, runs, can be moved; windows of minutes, hours and days follow it."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta


class Clock:
    """A clock that runs with the monotonic one and can be set. Always aware, in the company's offset."""

    __slots__ = ("_base", "_monotonic", "_started")

    def __init__(self, start: datetime, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._base = start
        self._monotonic = monotonic
        self._started = monotonic()

    def now(self) -> datetime:
        return self._base + timedelta(seconds=self._monotonic() - self._started)

    def set(self, instant: datetime) -> None:
        """Jump, forwards or backwards; the offset of the company stays."""
        self._base = instant.astimezone(self._base.tzinfo)
        self._started = self._monotonic()

    def seconds(self) -> float:
        """Seconds since the epoch, as rate windows and CreateTime want them."""
        return self.now().timestamp()

    def iso(self) -> str:
        return self.now().isoformat(timespec="milliseconds")
