"""A call for help and nothing else."""

import pytest

from bot.understanding.emergency.bare import is_bare
from bot.understanding.emergency.heed import Cry, heed


@pytest.mark.parametrize(
    "line", ["出事了", "出事了！", "真出事了", "有人出事了 快来", "救人", "救命啊", "快来人", "出大事了!!"]
)
def test_is_raised_without_another_word(line: str) -> None:
    assert is_bare(line)
    heard = heed(line)
    assert heard is not None
    assert heard.cry is Cry.ALARM


@pytest.mark.parametrize(
    "line", ["出事了？", "没出事", "仓库出事了", "救命稻草", "出事故率", "快来", "有人吗", "", "救" * 30]
)
def test_says_more_or_calls_nobody(line: str) -> None:
    assert not is_bare(line)
