"""The second ear: short work, bounded, and the same each time."""

import pytest

from bot.understanding.emergency.ear import (
    BUCKETS,
    LONGEST,
    WORDS,
    Weights,
    learnt,
    listen,
    packed,
    pieces,
    sound_of,
    unpacked,
)


@pytest.mark.parametrize("line", ["老李整个人让绞龙带进去了", "快来人 他嘴唇都发紫了", "仓库着火了"])
def test_a_cry_sounds_like_one(line: str) -> None:
    assert listen(line).cry > 0.5


@pytest.mark.parametrize("line", ["明天下午的会改到三点", "食堂今天有红烧肉", "我想请两天年假", ""])
def test_chatter_sounds_like_chatter(line: str) -> None:
    assert listen(line).chatter > 0.5


def test_a_hazard_sounds_like_one() -> None:
    assert listen("2号车间的护栏松了").hazard > 0.5


def test_what_follows_the_longest_is_not_heard() -> None:
    assert pieces("啊哦" * LONGEST) == pieces("啊哦" * LONGEST + "救命")


def test_each_piece_is_once_and_in_its_place() -> None:
    words, classes = pieces("救命救命")
    for found in (words, classes):
        assert list(found) == sorted(set(found))
    assert max(words) < WORDS <= min(classes)
    assert max(classes) < BUCKETS


def test_what_was_written_down_is_read_again() -> None:
    empty = [0] * BUCKETS
    weights = Weights([*empty[1:], -5], [7, *empty[1:]], (0.25, -1.5), "abc")
    again = unpacked(packed(weights))
    assert list(again.cry) == weights.cry
    assert list(again.hazard) == weights.hazard
    assert (again.bias, again.corpus) == (weights.bias, "abc")


def test_no_weight_is_beyond_all_measure() -> None:
    """Whatever the weights are, nothing overflows."""
    loud = Weights([127] * BUCKETS, [127] * BUCKETS, (1e6, 1e6), "")
    assert 0 <= sound_of(pieces("救命" * 100), loud).cry <= 1


def test_the_weights_are_small() -> None:
    assert len(packed(learnt())) < 150_000
