"""The line that a benchmark prints, and the numbers in it."""

import json

import pytest

from bench.figures import Figure, percentile


def test_a_line_names_its_baseline_and_ratio() -> None:
    line = Figure("ack.sqlite", 2999.96, "1/s", "bare", 0.251234, {"pairs": 5}).line()
    assert json.loads(line) == {
        "name": "ack.sqlite",
        "value": 3000,
        "unit": "1/s",
        "baseline": "bare",
        "ratio": 0.2512,
        "pairs": 5,
    }


@pytest.mark.parametrize(("percent", "expected"), [(1, 1), (50, 50), (99, 99), (100, 100)])
def test_a_percentile_is_one_of_the_values(percent: int, expected: int) -> None:
    assert percentile(list(range(100, 0, -1)), percent) == expected


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)
