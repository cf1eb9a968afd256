"""Latin spellings of Chinese words."""

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


def test_it_reads_as_the_dictionary_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYPINYIN_NO_PHRASES", "true")  # they take 45 MB and know no names
    from pypinyin import Style, pinyin

    for char in map(chr, (*range(0x3400, 0x9FFF, 37), *map(ord, "呣欸嗯诶吕儿〇㐀𠀀"))):
        read = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
        assert set(readings(char)) >= set(read[0] if read else ()), char
