"""What a seed stands for: who writes what, how much goes wrong, and when the process dies."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.crash.outside import Mode
from tests.crash.seeds.strands import STRANDS, Strand

TROUBLES: Final = (Mode.LOST_AFTER, Mode.LOST_BEFORE, Mode.BUSY, Mode.RAISES)
MOST_AT_ONCE: Final = 3
SENDS, CALLS = 40, 6  # that may be in trouble; what comes after them is answered
LIFE: Final = 500  # steps in which a death falls


@dataclass(frozen=True, slots=True)
class End:
    """After `step` steps of a life; or, if `after` isn't 0, so many after the `after`th thing that was seen outside.

    `stopped`: it is asked to, and not killed. `pause`: seconds for which it is dead then.
    """

    step: int
    after: int
    stopped: bool
    pause: float


@dataclass(frozen=True, slots=True)
class Plan:
    """`copies`: how often a callback comes once more; `slow`: how often a statement or a call takes its time;
    `bad`: how often a statement fails; `fair`: how often what is ready for longest goes first."""

    seed: int
    strands: Sequence[Strand]
    ends: Sequence[End]
    modes: Sequence[Mode]
    room_modes: Sequence[Mode]
    copies: float
    slow: float
    bad: float
    fair: float
    pulse: bool

    def chance(self, of: str) -> random.Random:
        """Dice of its own for each thing that is drawn: what one draws changes nothing for another."""
        return random.Random(f"{self.seed} {of}")  # noqa: S311 - repeatable on purpose


NOTHING: Final = Plan(0, (), (), (), (), copies=0.0, slow=0.0, bad=0.0, fair=1.0, pulse=False)


def planned(seed: int) -> Plan:
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    trouble = chance.choice((0.0, 0.1, 0.3))
    return Plan(
        seed,
        _strands(chance),
        [_end(chance) for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3)))],
        [_mode(chance, trouble) for _ in range(SENDS)],
        [_mode(chance, trouble) for _ in range(CALLS)],
        copies=chance.choice((0.0, 0.2, 0.6)),
        slow=chance.choice((0.0, 0.0, 0.05, 0.2)),
        bad=chance.choice((0.0, 0.0, 0.0, 0.005, 0.02)),
        fair=chance.choice((0.0, 0.0, 0.5, 0.9)),
        pulse=chance.random() < 0.5,
    )


def _strands(chance: random.Random) -> Sequence[Strand]:
    """Some that don't get into each other's way."""
    chosen: list[Strand] = []
    for strand in chance.sample(STRANDS, MOST_AT_ONCE + 2):
        if len(chosen) < MOST_AT_ONCE and not any(strand.concerns & other.concerns for other in chosen):
            chosen.append(strand)
    return chosen[: chance.randint(1, MOST_AT_ONCE)]


def _end(chance: random.Random) -> End:
    """Half of them where it hurts: just after a message arrived, was acknowledged, or was seen by somebody."""
    stopped = chance.random() < 0.15
    pause = chance.choice((0.0, chance.uniform(0, 4), chance.uniform(4, 15)))
    if chance.random() < 0.5:
        return End(chance.randint(1, 6), chance.randint(1, 10), stopped, pause)
    return End(chance.randint(1, LIFE), 0, stopped, pause)


def _mode(chance: random.Random, share: float) -> Mode:
    return chance.choice(TROUBLES) if chance.random() < share else Mode.ANSWERED
