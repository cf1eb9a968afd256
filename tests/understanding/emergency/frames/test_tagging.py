"""A line becomes letters: the longest word counts, what no list holds is found by its shape, and any text is quick."""

import time

import pytest

from bot.understanding.emergency.frames.tagging import tag


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("小王被机器夹住了手", "PATHReB"),
        ("手机掉了", "_Ge"),  # no hand
        ("打卡", "o"),  # nobody is hit
        ("他叫不醒", "PU"),
        ("进去半天没反应", "R#-"),
        ("铆工 井里 手", "P|Z|B"),
        ("大家快撤", "PE"),
        ("", ""),
    ],
)
def test_words_become_letters(line: str, row: str) -> None:
    assert tag(line) == row


@pytest.mark.parametrize("piece", ["人", "被机器夹", "没没没", "快", "老", "半天", "x", "，"])
def test_it_is_one_pass(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    before = time.process_time()
    tag(text)
    assert time.process_time() - before < 0.2
