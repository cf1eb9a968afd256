"""Logistic regression over the pieces of lines, in plain Python: the same lines give the same weights.

A piece that stands about as often in cries as elsewhere says little, so each is tilted by how unevenly it is found
(Wang and Manning 2012, "Baselines and Bigrams"): what is rare and one-sided is learnt from a few lines.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bench.hearing.lines import BLIND, Label, Line, fingerprint
from bot.understanding.emergency.ear import BUCKETS, SCALE, WORDS, Pieces, Weights, pieces, shares

ROUNDS: Final = 20  # over all lines
STEP: Final = 2.0  # of the first round; it shrinks
DECAY: Final = 0.03  # of all weights after a round
OFTEN: Final = 3.0  # a line of somebody who hadn't seen the rules counts as so many
SEED: Final = 7
_SEEN: Final = 0.5  # of every piece, in cries and elsewhere, before the first line
_LEAST: Final = 0.2  # of a tilt
_TARGETS: Final = {Label.CRY: (1.0, 0.0), Label.HAZARD: (0.0, 1.0), Label.CHATTER: (0.0, 0.0)}


@dataclass(frozen=True, slots=True)
class Example:
    """`values`: what each of its pieces counts."""

    buckets: Sequence[int]
    values: Sequence[float]
    target: tuple[float, float]
    weight: float


@dataclass(slots=True)
class _Learner:
    cry: list[float] = field(default_factory=lambda: [0.0] * BUCKETS)
    hazard: list[float] = field(default_factory=lambda: [0.0] * BUCKETS)
    bias: list[float] = field(default_factory=lambda: [0.0, 0.0])

    def learn(self, example: Example, step: float) -> None:
        cry, hazard, buckets, values = self.cry, self.hazard, example.buckets, example.values
        one = math.exp(min(30.0, self.bias[0] + sum(map(float.__mul__, map(cry.__getitem__, buckets), values))))
        two = math.exp(min(30.0, self.bias[1] + sum(map(float.__mul__, map(hazard.__getitem__, buckets), values))))
        whole = 1 + one + two
        by_cry = step * example.weight * (example.target[0] - one / whole)
        by_hazard = step * example.weight * (example.target[1] - two / whole)
        self.bias[0] += by_cry * 0.1
        self.bias[1] += by_hazard * 0.1
        for bucket, value in zip(buckets, values, strict=True):
            cry[bucket] += by_cry * value
            hazard[bucket] += by_hazard * value

    def forget(self) -> None:
        self.cry = [each * (1 - DECAY) for each in self.cry]
        self.hazard = [each * (1 - DECAY) for each in self.hazard]


def train(lines: Sequence[Line], *, rounds: int = ROUNDS) -> Weights:
    heard = [pieces(each.text) for each in lines]
    tilts = _tilts(lines, heard)
    examples = [_example(line, found, tilts) for line, found in zip(lines, heard, strict=True)]
    learner, chance = _Learner(), random.Random(SEED)
    for turn in range(rounds):
        chance.shuffle(examples)
        for each in examples:
            learner.learn(each, STEP / (1 + 0.3 * turn))
        learner.forget()
    bias = (learner.bias[0], learner.bias[1])
    return Weights(_kept(learner.cry, tilts), _kept(learner.hazard, tilts), bias, fingerprint(lines))


def _tilts(lines: Sequence[Line], heard: Sequence[Pieces]) -> Sequence[float]:
    """Of each bucket of words, how unevenly it is found; of classes 1."""
    cries, others = [_SEEN] * WORDS, [_SEEN] * WORDS
    for line, (words, _) in zip(lines, heard, strict=True):
        counts = cries if line.label is Label.CRY else others
        for bucket in words:
            counts[bucket] += _often(line)
    even = math.log(sum(cries) / sum(others))
    tilts = [abs(math.log(one / two) - even) + _LEAST for one, two in zip(cries, others, strict=True)]
    return tilts + [1.0] * (BUCKETS - WORDS)


def _example(line: Line, found: Pieces, tilts: Sequence[float]) -> Example:
    words, classes = found
    by_word, by_class = shares(found)
    values = [*(by_word * tilts[each] for each in words), *(by_class for _ in classes)]
    return Example([*words, *classes], values, _TARGETS[line.label], _often(line))


def _often(line: Line) -> float:
    return OFTEN if line.source in BLIND else 1.0


def _kept(weights: Sequence[float], tilts: Sequence[float]) -> Sequence[int]:
    return [max(-127, min(127, round(each * tilt * SCALE))) for each, tilt in zip(weights, tilts, strict=True)]
