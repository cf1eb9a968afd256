"""Counters and histograms of one process and one event loop: plain numbers, no locks."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
SIZES: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
MOST_RUNNING: Final = 10_000

Labels = tuple[str, ...]


@dataclass(slots=True)
class Counter:
    """Only ever grows. `labels` names what its values are told apart by."""

    name: str
    about: str
    labels: Labels = ()
    values: dict[Labels, float] = field(default_factory=dict)

    def add(self, *labels: str, by: float = 1) -> None:
        self.values[labels] = self.values.get(labels, 0) + by


@dataclass(slots=True)
class Gauge:
    """How things stand at one moment; made anew for each look."""

    name: str
    about: str
    labels: Labels = ()
    values: dict[Labels, float] = field(default_factory=dict)


@dataclass(slots=True)
class Histogram:
    """How many values were at most each of `bounds`."""

    name: str
    about: str
    bounds: Sequence[float] = SECONDS
    counts: list[int] = field(default_factory=list)  # one more than bounds: the last is what lies beyond
    total: float = 0.0

    def __post_init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)

    def observe(self, value: float) -> None:
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


class Stopwatches:
    """Times between two places that share a key and nothing else; the oldest is forgotten where too many run."""

    def __init__(self, *, most: int = MOST_RUNNING) -> None:
        self._most = most
        self._started: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._started)

    def start(self, key: str, now: float) -> None:
        self._started[key] = now
        if len(self._started) > self._most:
            self._started.popitem(last=False)

    def stop(self, key: str, now: float) -> float | None:
        """Seconds since its start; None where it was not started, or stopped before."""
        started = self._started.pop(key, None)
        return None if started is None else now - started
