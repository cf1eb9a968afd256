"""`python -m bench.probed …` is `qunwu …` with a closer look at its event loop: late by how much, every 5 ms.

`qunwu_loop_lag_seconds` is the worst since it was read last, so that each part of a benchmark has its own.
"""

import sys
from typing import Final

import bot.app
from bot.cli import main
from bot.meters.lag import LoopLag

EVERY: Final = 0.005  # seconds


class Probe(LoopLag):
    def __init__(self, *, every: float = EVERY) -> None:
        super().__init__(every=every)
        self._worst = 0.0

    @property
    def worst(self) -> float:
        worst, self._worst = self._worst, 0.0
        return worst

    def note(self, late: float) -> None:
        self._worst = max(self._worst, late)


def run() -> int:
    bot.app.LoopLag = Probe  # type: ignore[attr-defined]
    return main()


if __name__ == "__main__":
    sys.exit(run())
