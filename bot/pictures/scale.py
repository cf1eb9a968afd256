"""Round numbers for an axis, and how a value is written."""

import math
from collections.abc import Sequence

LINES = 5  # about so many


def ticks(highest: float) -> list[float]:
    """From 0 to at least `highest`, evenly, in steps of 1, 2 or 5 times a power of ten; whole numbers for small counts.

    Raises ValueError where it is negative or no number.
    """
    if not math.isfinite(highest) or highest < 0:
        raise ValueError("a chart's values are finite and not negative")
    step = _step(highest / LINES) if highest else 1.0
    if highest >= 1 and highest == int(highest):
        step = max(step, 1.0)
    return [step * number for number in range(max(1, math.ceil(highest / step - 1e-9)) + 1)]


def top(values: Sequence[float]) -> float:
    """The highest of them, 0 of none. Raises ValueError where one is negative or no number."""
    if any(not math.isfinite(value) or value < 0 for value in values):
        raise ValueError("a chart's values are finite and not negative")
    return max(values, default=0.0)


def written(value: float) -> str:
    """`1,234`, `0.5`; two digits after the point at most."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
