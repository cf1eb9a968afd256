"""Words in pinyin, whole or in part."""

import pytest

from bot.domain.moderation.content.spelling import Spelling

SPELLING = Spelling()
for word in ("傻逼", "赌博", "嫖娼"):
    SPELLING.add(word)


@pytest.mark.parametrize("text", ["shabi", "你sha bi啊", "SH4 BI", "s h a b i", "sha逼", "傻bi", "ｓｈａｂｉ", "煞bi"])
def test_found(text: str) -> None:
    assert [word for word, _, _ in SPELLING.find(text)] == ["傻逼"]


@pytest.mark.parametrize("text", ["shabix", "Shabby", "sha，bi", "杀bi", "沙发 bi", "du", "PPT发我", ""])
def test_not_found(text: str) -> None:
    assert list(SPELLING.find(text)) == []


def test_its_place() -> None:
    text = "说dubo吧"
    [(word, start, end)] = SPELLING.find(text)
    assert (word, text[start:end]) == ("赌博", "dubo")
