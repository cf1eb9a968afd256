"""Words are found however they are written, at the place where they stand, and not where they only seem to be."""

import random
from collections.abc import Sequence

import pytest

from bot.domain.moderation.content.word_index import MOST, How, WordIndex
from bot.domain.moderation.content.words import WordSet

DISGUISED = WordSet("C05", "赌", ("赌博", "六合彩", "百家乐"), ("禁止赌博", "赌博士"), disguised=True)
PLAIN = WordSet("C12", "骂", ("sb", "cnm", "笨蛋"))
INDEX = WordIndex([DISGUISED, PLAIN])


def found(text: str) -> Sequence[str]:
    return [text[hit.start : hit.end] for hit in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "written", "how"),
    [
        ("来赌博吗", "赌博", How.PLAIN),
        ("来賭.博吗", "賭.博", How.APART),
        ("来du博吗", "du博", How.SPELT),
        ("来 du bo 吗", "du bo", How.SPELT),
        ("来贝者博吗", "贝者博", How.DISGUISED),
        ("来堵搏吗", "堵搏", How.DISGUISED),
        ("六。合。彩", "六。合。彩", How.APART),
        ("ＳＢ", "ＳＢ", How.PLAIN),
        ("他s.b吧", "s.b", How.APART),
    ],
)
def test_in_all_spellings(text: str, written: str, how: How) -> None:
    [hit] = INDEX.find(text)
    assert (text[hit.start : hit.end], hit.how) == (written, how)


@pytest.mark.parametrize(
    "text",
    [
        "我打赌，博士来了",
        "禁止赌博",
        "赌博士",  # a longer word in which it is another
        "USB接口",
        "sbs沥青",
        "SB-3型泵",
        "class b",
        "dubois",
        "读博",  # sounds alike, and means itself
    ],
)
def test_not_where_it_only_seems_to_be(text: str) -> None:
    assert found(text) == []


def test_what_isnt_disguised_is_only_looked_for_as_it_is() -> None:
    assert found("bendan 苯蛋") == []
    assert found("笨蛋 笨-蛋") == ["笨蛋", "笨-蛋"]


def test_a_word_of_two_sets_is_the_firsts() -> None:
    index = WordIndex([PLAIN, WordSet("C05", "别的", ("笨蛋",))])
    assert [hit.set.name for hit in index.find("笨蛋")] == ["骂"]


def test_the_longest_of_those_that_begin_together() -> None:
    index = WordIndex([WordSet("C05", "赌", ("赌博", "赌博网站"))])
    assert [hit.word for hit in index.find("赌博网站")] == ["赌博网站"]


def test_a_text_of_nothing_else_is_cut_off() -> None:
    assert len(INDEX.find("赌博" * 500)) == MOST


def test_the_same_as_looking_for_each_word_alone() -> None:
    letters, dice = "甲乙丙丁戊", random.Random(7)  # noqa: S311 - the same each time
    words = tuple({"".join(dice.choices(letters, k=dice.choice((2, 3, 4)))) for _ in range(60)})
    index = WordIndex([WordSet("C05", "试", words)])
    for _ in range(200):
        text = "".join(dice.choices(letters, k=6))
        begins = {place for word in words for place in range(len(text)) if text.startswith(word, place)}
        assert {hit.start for hit in index.find(text)} == begins


def test_others_run_while_it_is_built() -> None:
    breaths: list[None] = []
    WordIndex([WordSet("C05", "试", tuple(f"词{number}号" for number in range(1000)))], lambda: breaths.append(None))
    assert len(breaths) >= 7
