"""Nothing in a life may differ between two runs of its seed: its clocks and its dice are the harness's."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def repeatable(seed: str, wall: Callable[[], float], monotonic: Callable[[], float]) -> Iterator[None]:
    """What the standard library tells and draws, for as long as one life lasts; nothing else runs meanwhile.

    This reaches what no part hands in, as a simulated kernel would: when a row may go again, how long a retry waits,
    the tickets, salts and card ids. `random._urandom` is where `secrets` has its bytes from.
    """
    chance, state = random.Random(seed), random.getstate()  # noqa: S311 - repeatable on purpose
    before = time.time, time.monotonic, random._urandom  # type: ignore[attr-defined]
    random.seed(seed)
    time.time, time.monotonic, random._urandom = wall, monotonic, chance.randbytes  # type: ignore[attr-defined]
    try:
        yield
    finally:
        time.time, time.monotonic, random._urandom = before  # type: ignore[attr-defined]
        random.setstate(state)
