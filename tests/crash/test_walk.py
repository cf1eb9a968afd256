"""Walks at random: any flow, any trouble at any send, dead at any step, and again at any step of the lives after it.

`make soak` takes `WALKS` of them, from `SEED` on; a walk that fails says with which seed it comes again, alone.
"""

import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.crash.books import Books
from tests.crash.every_flow import ALL_FLOWS
from tests.crash.explore import Life, State, closest
from tests.crash.flows import Flow
from tests.crash.outside import Mode, Outside

FIRST: Final = int(os.environ.get("SEED", "1"))
WALKS: Final = int(os.environ.get("WALKS", "500"))
DEATHS, TROUBLED_SENDS = 4, 8
TROUBLES = (Mode.LOST_AFTER, Mode.LOST_BEFORE, Mode.BUSY, Mode.RAISES)
Used = Callable[[Flow], bytes]
Expected = dict[str, Sequence[Books]]


def walk(seed: int, flows: Sequence[Flow], folder: Path, used: Used, known: Expected) -> Iterator[str]:
    """What is wrong in the end."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    flow = chance.choice(flows)
    begun = used(flow)
    if flow.name not in known:
        known[flow.name] = [Life(flow, folder).live(_state(begun, flow, world)) for world in flow.worlds()]
    modes = [Mode.ANSWERED if chance.random() < 0.7 else chance.choice(TROUBLES) for _ in range(TROUBLED_SENDS)]
    state, steps = _state(begun, flow, flow.world(modes)), []
    for _ in range(chance.randint(1, DEATHS)):
        life = Life(flow, folder)
        life.live(state, keep=True)
        if not life.states:
            break
        state = chance.choice(life.states)
        steps.append(state.step)
    where = f"SEED={seed} WALKS=1: {flow.name}, killed at {steps}, {[mode.name for mode in modes]}"
    yield from closest(Life(flow, folder).live(state), known[flow.name], where)


def _state(database: bytes, flow: Flow, world: Outside) -> State:
    return State(0, database, b"", world, flow.begins)


@pytest.mark.soak
def test_many_walks(tmp_path: Path, used: Used) -> None:
    known: Expected = {}
    seeds = range(FIRST, FIRST + WALKS)
    wrong = [each for seed in seeds for each in walk(seed, ALL_FLOWS, tmp_path, used, known)]
    sys.stderr.write(f"{len(seeds)} walks from SEED={FIRST} through {len(known)} flows\n")
    assert wrong == []
