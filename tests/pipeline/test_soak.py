"""Half an hour as it may be at its worst: many messages, a WeCom that fails, a process killed each minute.

Nothing is lost, nothing is said twice, and what lives on grows neither in memory nor in descriptors.
"""

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import linear_regression
from typing import Final

import pytest

from bench.postgres import database
from tests.pipeline.accounts import Answers
from tests.pipeline.three import Cluster, cluster

pytestmark = [pytest.mark.postgres, pytest.mark.soak]

MINUTES: Final = float(os.environ.get("MINUTES", "30"))
RATE: Final = float(os.environ.get("RATE", "200"))  # messages a second
EACH_WRITES: Final = 3.0  # seconds between two of one person: WeCom lets him be told thirty things a minute
FAULTS: Final[tuple[dict[str, object], ...]] = (  # a tenth of the calls that send
    {"errcode": -1, "rate": 0.03},
    {"errcode": 45033, "rate": 0.01},
    {"http": 502, "rate": 0.02},
    {"drop": "request", "rate": 0.02},
    {"drop": "response", "rate": 0.02},
    {"delay": 2.0, "rate": 0.01},
)
SAMPLE: Final = 5.0  # seconds
GROWS: Final = 3.0  # MB for a hundred thousand messages: 0.8 are what is remembered for an hour of what was sent
TELLING: Final = 100_000  # messages; fewer say nothing about that
DESCRIPTORS: Final = 20  # more than at the beginning, which those that wait for a database may have
AT_REST_WITHIN: Final = 100.0  # seconds: connections of callers are kept for a while


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


def held(pid: int | None) -> tuple[float, int]:
    """Memory in MB, descriptors."""
    process = Path(f"/proc/{pid}")
    pages = int((process / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20, len(list((process / "fd").iterdir()))


class Witness:
    """Of a process that is never killed: how many messages there were, and its memory in MB."""

    def __init__(self, three: Cluster) -> None:
        self._three = three
        self._pid = three.here.bots[three.ports[0]].pid
        self.samples: list[tuple[int, float]] = []
        self.begun = held(self._pid)[1]  # descriptors

    async def watch(self) -> None:
        while not self._three.over:
            await asyncio.sleep(SAMPLE)
            self.samples.append((len(self._three.caller.asked), held(self._pid)[0]))
            if self._three.answers:
                await asyncio.to_thread(self._three.answers.look)

    def slope(self) -> float:
        """MB for a hundred thousand messages, after a third of the time."""
        later = self.samples[len(self.samples) // 3 :]
        return linear_regression([n for n, _ in later], [mb for _, mb in later]).slope * 100_000

    async def at_rest(self) -> int:
        """Descriptors, once the callers' connections are closed."""
        until = time.monotonic() + AT_REST_WITHIN
        while (now := held(self._pid)[1]) > self.begun and time.monotonic() < until:  # noqa: ASYNC110 - no bell rings
            await asyncio.sleep(SAMPLE)
        return now


async def kill_each_minute(three: Cluster) -> None:
    """Of those that nobody watches, in turn."""
    until = time.monotonic() + MINUTES * 60
    turn = 0
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(left, 60.0))
        if until - time.monotonic() > 0:
            turn += 1
            victim = three.ports[1 + turn % 2]
            three.here.kill_bot(victim)
            three.deaths["each minute"] += 1
            three.here.start_bot(victim)
    three.over = True


async def test_half_an_hour_at_its_worst(tmp_path: Path, shared: str) -> None:
    async with cluster(tmp_path, shared, people=max(20, int(RATE * EACH_WRITES))) as three:
        three.pace, three.caller.most_copies, three.answers = EACH_WRITES, 2, Answers(three.here)
        for fault in FAULTS:
            three.here.ask("/sandbox/faults", {"path": "/cgi-bin/message/send", **fault})
        witness = Witness(three)
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            group.create_task(three.write())
            group.create_task(witness.watch())
            group.create_task(kill_each_minute(three))
        took, messages = time.monotonic() - began, len(three.caller.asked)
        sys.stderr.write(
            f"{took / 60:.1f} minutes, {messages / took:.0f} messages a second, {three.deaths.total()} kills; memory"
            f" {witness.samples[0][1]:.0f} to {witness.samples[-1][1]:.0f} MB, {witness.slope():.1f} MB for 100,000"
            f" messages\n"
        )
        assert await three.accounts() == {}
        at_rest = await witness.at_rest()
        sys.stderr.write(f"descriptors: {witness.begun} at the beginning, {at_rest} at rest\n")
    assert at_rest <= witness.begun + DESCRIPTORS
    if messages >= TELLING:
        assert witness.slope() < GROWS
