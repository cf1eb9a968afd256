"""The lines of `explain` are worth measuring: most are understood, some refused, one corrected."""

import pytest

from bench import understanding


def test_it_measures_both_sides() -> None:
    figure = understanding.figure(0.1)
    assert figure.name == "explain"
    assert figure.ratio > 0
    assert figure.value == pytest.approx(figure.ratio * figure.more["baseline_value"])


def test_a_rate_is_lines_by_time() -> None:
    heard: list[str] = []
    understanding.rate(heard.append, 0.0)
    assert len(heard) == understanding.BATCH
    assert set(heard) == set(understanding.LINES)
