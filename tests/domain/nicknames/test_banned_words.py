"""Forbidden words however they are hidden, and names that only look as if they held one."""

import pytest

from bot.domain.nicknames.banned_words import Category, WordList
from bot.domain.nicknames.folding import fold, squeeze

WORDS = WordList(("摸鱼", "moyu", "竞品 A"))


def found(text: str) -> Category | None:
    folded = fold(text)
    return WORDS.found(squeeze(folded), folded)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("大傻逼", Category.INSULT),
        ("傻-逼", Category.INSULT),
        ("傻 b", Category.INSULT),
        ("沙比", Category.INSULT),
        ("sha逼", Category.INSULT),
        ("SHABI", Category.INSULT),
        ("5b", Category.INSULT),
        ("亻尔女马", Category.INSULT),
        ("草尼媽", Category.INSULT),
        ("du bo", Category.GAMBLING),
        ("冰毒", Category.DRUGS),
        ("加Ｖ", Category.ADVERTISEMENT),
        ("摸 鱼", Category.OWN),
        ("MoYu", Category.OWN),
        ("竞品a公司", Category.OWN),
    ],
)
def test_hidden_in_every_way(text: str, category: Category) -> None:
    assert found(text) is category


@pytest.mark.parametrize(
    "name",
    [
        "Sasha Bing",
        "Asbjorn Olsen",
        "Shabir Ahmad",
        "Cristina Masala",
        "李必成",
        "沙丽",
        "毕小英",
        "马你好",
        "王丹",
        "张智",
        "周飞",
        "Dan Wang",
    ],
)
def test_names_that_only_look_like_it(name: str) -> None:
    assert found(name) is None


def test_words_that_dont_count_here() -> None:
    words = WordList(without=(Category.ADVERTISEMENT, "垃圾", "laji"))
    assert words.found("推广群", "推广群") is None
    assert words.found("垃圾分类", "垃圾分类") is None
    assert words.found("拖拉机", "拖拉机") is None
    assert words.found("大傻逼", "大傻逼") is Category.INSULT
