"""Latin spellings of Chinese words."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pinyin import MOST, initials, readings, spellings


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("刘洋", "liuyang"),
        ("欧阳静", "ouyangjing"),
        ("单雄信", "shanxiongxin"),
        ("曾国", "zengguo"),
        ("仇英", "qiuying"),
        ("吕布", "lvbu"),
        ("吕布", "lyubu"),
        ("吕布", "lubu"),
        ("阿卜杜拉·买买提", "abudulamaimaiti"),
        ("项目A群", "xiangmuaqun"),
        ("David Chen", "davidchen"),
        ("㛃", "jie"),
    ],
)
def test_a_word_is_spelt(word: str, spelt: str) -> None:
    assert spelt in spellings(word)


@pytest.mark.parametrize(("word", "spelt"), [("刘洋", "ly"), ("曾国", "zg"), ("曾国", "cg"), ("请假", "qj")])
def test_first_letters(word: str, spelt: str) -> None:
    assert spelt in initials(word)


def test_what_has_no_sound_is_left_out() -> None:
    assert readings("。") == readings("a") == readings("💥") == ()
    assert spellings("。💥") == initials("") == ()


@given(st.text(max_size=300))
def test_never_more_than_a_few(word: str) -> None:
    for found in (spellings(word), initials(word)):
        assert len(found) == len(set(found)) <= MOST


def test_who_spells_nothing_does_not_load_the_dictionary() -> None:
    code = "import sys, bot.domain.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own line
