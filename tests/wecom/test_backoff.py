"""Pauses grow, and start anew after health."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.aibot.backoff import Backoff


def test_it_doubles_up_to_the_longest() -> None:
    backoff = Backoff(1.0, 30.0, lambda: 0.0)
    assert [backoff.after(0.5) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_a_long_life_starts_anew() -> None:
    backoff = Backoff(1.0, 30.0, lambda: 0.0)
    assert [backoff.after(lived) for lived in (0, 29, 31, 0)] == [1, 2, 1, 2]


@given(st.floats(0, 1))
def test_luck_shortens_a_pause_by_a_quarter_at_most(luck: float) -> None:
    assert 0.75 <= Backoff(1.0, 30.0, lambda: luck).after(0) <= 1.0
