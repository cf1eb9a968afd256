"""An event loop without a world: one callback at a time, and time that passes only when there is nothing else to do."""

import asyncio
import heapq
import selectors
from collections.abc import Callable
from typing import Any


def _nothing() -> None:
    return


class SteppedLoop(asyncio.BaseEventLoop):
    """`on_step` is called after each callback, that is between any two awaits of anything that runs."""

    def __init__(self, on_step: Callable[[], None] = _nothing) -> None:
        super().__init__()
        self.steps = 0
        self._on_step = on_step
        self._moment = 0.0

    def time(self) -> float:
        return self._moment

    def _run_once(self) -> None:
        self._ring()
        handle = self._next()
        if not handle._cancelled:
            handle._run()
        self.steps += 1
        self._on_step()

    def _next(self) -> Any:
        """The one that has been ready for longest."""
        return self._ready.popleft()  # type: ignore[attr-defined]

    def _ring(self) -> None:
        """Move what is due to the ready ones; if there are none, let time pass until something is due."""
        timers: list[Any] = self._scheduled  # type: ignore[attr-defined]
        ready = self._ready  # type: ignore[attr-defined]
        while timers and (timers[0]._cancelled or not ready or timers[0]._when <= self._moment):
            timer = heapq.heappop(timers)
            timer._scheduled = False
            if not timer._cancelled:
                self._moment = max(self._moment, timer._when)
                ready.append(timer)
        assert ready, "everybody waits for somebody else"

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """Cancelled timers are dropped when their time comes."""

    def _process_events(self, event_list: Any) -> None:
        """There is no world to hear of."""

    def _write_to_self(self) -> None:
        """There is no other thread to wake this one."""


HURRY = 50


class _HurriedSelector(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> Any:
        return super().select(timeout / HURRY if timeout else timeout)


class HurriedLoop(asyncio.SelectorEventLoop):
    """A loop in the real world, for a database that lives there; its clock runs `HURRY` times as fast."""

    def __init__(self) -> None:
        super().__init__(_HurriedSelector())

    def time(self) -> float:
        return super().time() * HURRY
