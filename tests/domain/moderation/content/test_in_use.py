"""One rule for all that people write: whoever loads other words changes it for names, drafts and messages alike."""

import pytest

from bot.domain.moderation.content.in_use import WordsInUse, shipped_index
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.moderation.content.words import WordSet


def test_those_that_come_along_until_others_are_there() -> None:
    in_use = WordsInUse()
    assert in_use.index is shipped_index()
    in_use.loaded = WordIndex([WordSet("C12", "自己的", ("天狼",))])
    assert in_use.in_name("天-狼群") == "C12"
    assert in_use.in_name("六合彩") is None


@pytest.mark.parametrize(
    ("name", "category"),
    [("六✨合彩", "C05"), ("裸-聊", "C05"), ("项目A工作群", None), ("涉密文件整改群", None), ("生产部-张三", None)],
)
def test_what_no_name_may_hold(name: str, category: str | None) -> None:
    assert WordsInUse().in_name(name) == category


def test_disguised_only_where_that_is_asked_for() -> None:
    assert WordsInUse().in_name("liuhecai") == "C05"
    assert WordsInUse().in_name("liuhecai", disguised=False) is None
    assert WordsInUse().in_name("沙比", disguised=False) is None
