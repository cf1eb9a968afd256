"""Pauses between attempts."""

from bot.delivery.books import backoff


def test_pauses_double_up_to_half_a_minute() -> None:
    for attempts, seconds in ((0, 0.5), (1, 0.5), (2, 1.0), (4, 4.0), (20, 30.0)):
        assert 0.8 * seconds <= backoff(attempts) <= 1.2 * seconds
