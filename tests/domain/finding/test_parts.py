"""The small parts that finding is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.finding.folding import fold
from bot.domain.finding.lexicon import Lexicon
from bot.domain.finding.places import ends, starts
from bot.domain.finding.slips import Slips, one_slip_apart
from bot.domain.finding.surnames import begins_like_a_name, surname


@given(st.text())
def test_a_folded_text_is_as_long(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding() -> None:
    assert fold("Ａ（b）•－　ẞ") == "a(b)·- ẞ"


def test_the_longest_word_comes_first() -> None:
    words = Lexicon([("王静", 1), ("王静怡", 2), ("王静", 3), ("", 4)])
    assert list(words.at("让王静怡来", 1)) == [(4, (2,)), (3, (1, 3))]
    assert list(words.at("王", 0)) == []
    assert (words.get("王静"), words.get("王"), len(words)) == ((1, 3), (), 2)


@given(st.text("ab", min_size=3, max_size=6), st.text("ab", min_size=2, max_size=7))
def test_every_slip_is_found(word: str, typed: str) -> None:
    assert (word in Slips([word]).near(typed)) == one_slip_apart(typed, word)


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("abcd", "abdc", True),
        ("abc", "abcd", True),
        ("abxd", "abcd", True),
        ("abcd", "abcd", False),
        ("ab", "abcd", False),
    ],
)
def test_one_slip(typed: str, word: str, near: bool) -> None:
    assert one_slip_apart(typed, word) == near


@pytest.mark.parametrize(("name", "called"), [("欧阳静", "欧阳"), ("王强", "王"), ("欧阳", "欧"), ("David Chen", "D")])
def test_surnames(name: str, called: str) -> None:
    assert surname(name) == called


def test_what_begins_like_a_name() -> None:
    assert begins_like_a_name("欧阳锋")
    assert begins_like_a_name("张飞")
    assert not begins_like_a_name("广告")


def test_where_names_begin_and_end() -> None:
    assert list(starts("让a，b c")) == [0, 1, 3, 5]
    assert ends("张三 来", 2)
    assert ends("张三明天", 2)
    assert not ends("高峰期", 2)
    assert not ends("davidson", 5)
