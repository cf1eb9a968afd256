"""What a benchmark prints: one JSON object a line, each with the baseline it was held against in the same run."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Number = float | int


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` is value over baseline (median over pairs, where there are pairs); `more` is for whoever looks closer."""

    name: str
    value: float
    unit: str
    baseline: str
    ratio: float
    more: Mapping[str, Number] = field(default_factory=dict)

    def line(self) -> str:
        head = {"name": self.name, "value": short(self.value), "unit": self.unit, "baseline": self.baseline}
        more = {key: short(number) for key, number in self.more.items()}
        return json.dumps(head | {"ratio": short(self.ratio)} | more)


def short(number: float) -> float:
    """Four significant digits: more would pretend."""
    return float(f"{number:.4g}")


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all are not above. Raises ValueError where there is none."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]
