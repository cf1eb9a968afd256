"""Half an hour as it may be at its worst: many messages, a WeCom that fails, a process killed each minute.

Nothing is lost, nothing is said twice, and what lives on grows neither in memory nor in descriptors.
"""

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
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
GROWS: Final = 1.0  # MB for a hundred thousand messages
TELLING: Final = 100_000  # messages; fewer say nothing about that
DESCRIPTORS: Final = 40  # more callers at one moment hold more connections


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


def held(pid: int | None) -> tuple[float, int]:
    """Memory in MB, descriptors."""
    process = Path(f"/proc/{pid}")
    pages = int((process / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20, len(list((process / "fd").iterdir()))


@dataclass(slots=True)
class Witness:
    """Of a process that is never killed: how many messages there were, its memory in MB, its descriptors."""

    three: Cluster
    samples: list[tuple[int, float, int]] = field(default_factory=list)

    async def watch(self) -> None:
        pid = self.three.here.bots[self.three.ports[0]].pid
        while not self.three.over:
            await asyncio.sleep(SAMPLE)
            self.samples.append((len(self.three.caller.asked), *held(pid)))
            if self.three.answers:
                await asyncio.to_thread(self.three.answers.look)

    def slope(self) -> float:
        """MB for a hundred thousand messages, after a third of the time."""
        later = self.samples[len(self.samples) // 3 :]
        return linear_regression([n for n, _, _ in later], [mb for _, mb, _ in later]).slope * 100_000

    def descriptors(self) -> tuple[int, int]:
        """At most, in the second third and in the last one."""
        third = len(self.samples) // 3
        middle, last = self.samples[third : 2 * third], self.samples[2 * third :]
        return max(d for _, _, d in middle), max(d for _, _, d in last)


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
            f" messages; descriptors {witness.descriptors()}\n"
        )
        assert await three.accounts() == {}
    middle, last = witness.descriptors()
    assert last <= middle + DESCRIPTORS
    if messages >= TELLING:
        assert witness.slope() < GROWS
