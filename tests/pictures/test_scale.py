"""Axes end at round numbers above the highest value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.scale import ticks, top, written


@pytest.mark.parametrize(
    ("highest", "expected"),
    [(0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (12, [0, 5, 10, 15]), (0.5, [0, 0.1, 0.2, 0.3, 0.4, 0.5])],
)
def test_ticks(highest: float, expected: list[float]) -> None:
    assert ticks(highest) == pytest.approx(expected)


@given(st.floats(0, 1e12, allow_subnormal=False).filter(lambda value: value == 0 or value > 1e-6))
def test_a_handful_that_reaches_the_top(highest: float) -> None:
    found = ticks(highest)
    assert 2 <= len(found) <= 7
    assert found[-1] >= highest * (1 - 1e-6)


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_impossible_values(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        top([1, value])
    with pytest.raises(ValueError, match="finite"):
        ticks(value)


def test_written() -> None:
    assert [written(value) for value in (0, 10, 0.5, 1234.567)] == ["0", "10", "0.5", "1,234.57"]
