"""Only what is meant in earnest is weighed."""

import pytest

from bot.understanding.emergency.frames.scoring import ALARM
from bot.understanding.emergency.weighing import blanked, earnest, weight


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("手被夹了 快来", ["手被夹了", "快来"]),
        ("触电急救步骤是什么 手被夹了", ["手被夹了"]),
        ("手被夹了 如果没人来 就完了", ["手被夹了"]),
        ("有的话快来", ["有的话快来"]),
    ],
)
def test_topics_and_conditions_are_left_out(line: str, parts: list[str]) -> None:
    assert earnest(line) == parts


def test_what_only_sounds_dangerous_is_blanked_out() -> None:
    assert "火锅" not in blanked("晚上吃火锅")
    assert "剁手" not in blanked("双十一又剁手了")
    assert "剁手" in blanked("双十一加班切料剁手了")


def test_the_clauses_are_weighed_together() -> None:
    assert weight(["车床", "手套", "绕进去了", "快"]) >= ALARM
