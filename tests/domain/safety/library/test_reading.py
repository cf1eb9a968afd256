import re
from collections import Counter

import pytest

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.reading import UnreadableTopic, shipped, with_file
from bot.domain.safety.library.topic import Kind

ONE = """
type = "电气"
[[topics]]
title = "我们的电箱"
kind = "知识"
text = "看一眼。"
source = "公司惯例"
ask = "看吗？"
answers = ["看", "不看"]
right = 1
why = "要看。"
"""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")


def test_there_is_something_of_each_type_and_kind() -> None:
    library = shipped()
    assert set(Counter(each.type for each in library.values())) == set(HazardKind)
    assert set(Counter(each.kind for each in library.values())) == set(Kind)


@pytest.mark.parametrize("topic", shipped().values(), ids=lambda topic: topic.key)
def test_a_text_fits_a_phone_and_says_whence(topic) -> None:  # type: ignore[no-untyped-def]
    assert 60 <= len(topic.text) <= 300
    assert "您" not in topic.text
    assert len(set(topic.quiz.answers)) == len(topic.quiz.answers)
    if topic.kind is Kind.LAW:
        assert _ARTICLE.search(topic.source), "a law is named with its article"
    if topic.kind is Kind.CASE:
        assert "典型险情" in topic.source
        assert not re.search(r"\d{4}年|死亡|死了", topic.text), "a case tells of no firm, place or number"


def test_a_company_lays_its_own_over_it() -> None:
    library = with_file(shipped(), [ONE])
    assert library["电气/我们的电箱"].quiz.letter == "A"
    assert len(library) == len(shipped()) + 1
    gone = with_file(library, [ONE.replace('why = "要看。"', 'why = "要看。"\noff = true')])
    assert set(gone) == set(shipped())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('type = "电气"', 'type = "电器"', "开头的 type只能写"),
        ('source = "公司惯例"', 'source = ""', "没有写 source"),
        ("right = 1", "right = 3", "right 是第几个答案对"),
        ('answers = ["看", "不看"]', 'answers = ["看"]', "要写 2 到 4 个"),
        ('kind = "知识"', 'kind = "故事"', "kind只能写"),
        ("看一眼。", "长" * 501, "最多写 500 个"),
        ('title = "我们的电箱"', 'title = "我们的电箱"\ncolour = 1', "不认识 colour"),
        ("[[topics]]", "[[topics]", "不合 TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(before: str, after: str, said: str) -> None:
    with pytest.raises(UnreadableTopic, match=said):
        with_file({}, [ONE.replace(before, after)])
