"""Seeds: each is a world of its own in which the bot is killed, hurried, repeated to and contradicted.

    SEED=7 pytest tests/crash/test_seeds.py             seed 7 alone, with all that happened in it
    SEEDS=5000 SEED=1 pytest -m soak -n auto tests/crash/test_seeds.py    so many, from there on

`make soak` takes 100,000. A seed that fails is named in the message, and comes again to the byte.
"""

import functools
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import pytest

from tests.crash.composition import Parts
from tests.crash.flows import Compose
from tests.crash.group_mutants import WHERE_IT_DIES, WHERE_WECOM_DOES_NOT_ANSWER
from tests.crash.mutants import MUTANTS, SOON_NOTICED
from tests.crash.seeds.accounts import account, wrong
from tests.crash.seeds.plan import planned
from tests.crash.seeds.run import jobs, live

ALONE: Final = os.environ.get("SEED")
FIRST: Final = int(ALONE or 1)
MANY: Final = int(os.environ.get("SEEDS", "100000"))
FEW, BLOCK, SOAKED_BLOCK = 500, 25, 1000
AT_ONCE: Final = 30  # seeds within which some mistakes are noticed
ALL_MUTANTS: Final = MUTANTS | WHERE_IT_DIES | WHERE_WECOM_DOES_NOT_ANSWER


def wrong_in(seed: int, composed: Compose | None = None, total: Counter[str] | None = None) -> Iterator[str]:
    lived = live(planned(seed), composed)
    if total is not None:
        total.update(account(lived))
    yield from (f"SEED={seed}: {each}" for each in wrong(lived))


def blocks(seeds: range, size: int) -> Sequence[range]:
    return [seeds[start : start + size] for start in range(0, len(seeds), size)]


def name_of(seeds: range) -> str:
    return f"{seeds.start}-{seeds.stop - 1}"


@pytest.mark.skipif(ALONE is not None, reason="one seed alone was asked for")
@pytest.mark.parametrize("seeds", blocks(range(1, 1 + FEW), BLOCK), ids=name_of)
def test_some_seeds(seeds: range) -> None:
    assert [each for seed in seeds for each in wrong_in(seed)] == []


@pytest.mark.skipif(ALONE is None, reason="no seed was asked for")
def test_one_seed() -> None:
    plan = planned(FIRST)
    lived = live(plan)
    sys.stderr.write("\n".join([f"{plan}", *lived.trace.lines, f"{dict(account(lived))}", lived.trace.digest, ""]))
    assert list(wrong(lived)) == []


@pytest.mark.parametrize("seed", [3, 7, 21])
def test_a_seed_comes_again_to_the_byte(seed: int) -> None:
    one, other = live(planned(seed)).trace, live(planned(seed)).trace
    assert one.lines == other.lines
    assert one.digest == other.digest


def test_seeds_differ() -> None:
    assert len({live(planned(seed)).trace.digest for seed in range(1, 11)}) == 10


@pytest.mark.parametrize("name", SOON_NOTICED)
def test_a_mistake_is_noticed_by_one_of_the_first_seeds(name: str) -> None:
    assert noticed(ALL_MUTANTS[name], AT_ONCE)


def test_without_a_mistake_the_same_wiring_passes() -> None:
    assert noticed(Parts(), AT_ONCE) is None


@pytest.mark.soak
@pytest.mark.parametrize("name", ALL_MUTANTS)
def test_any_mistake_is_noticed(name: str) -> None:
    seed = noticed(ALL_MUTANTS[name], FEW)
    sys.stderr.write(f"{name}: noticed by seed {seed}\n")
    assert seed


@pytest.mark.soak
@pytest.mark.parametrize("seeds", blocks(range(FIRST, FIRST + MANY), SOAKED_BLOCK), ids=name_of)
def test_many_seeds(seeds: range) -> None:
    total: Counter[str] = Counter()
    found = [each for seed in seeds for each in wrong_in(seed, total=total)]
    sys.stderr.write(f"seeds {name_of(seeds)}: {dict(total)}\n")
    assert found == []


def noticed(parts: Parts, most: int) -> int | None:
    """By which of the first seeds."""
    for seed in range(1, 1 + most):
        own = replace(parts, jobs=functools.partial(jobs, parts.jobs, pulsing=planned(seed).pulse))
        if next(wrong_in(seed, own.compose), None):
            return seed
    return None
