"""Files of words are read, or refused with what is wrong and where."""

import pytest

from bot.domain.moderation.content.words import UnreadableWords, counted, read_lines, read_toml, shipped


def test_those_that_come_along() -> None:
    assert {each.category for each in shipped()} == {"C01", "C02", "C05", "C12", "C13", "C15"}
    assert counted(shipped()) > 250


def test_a_word_a_line() -> None:
    [customers, codes] = read_lines("# C02 客户名单\n蓝天置业\n- 蓝天置业大厦\n\n# C02\n天狼计划\n")
    assert (customers.name, customers.words, customers.but) == ("客户名单", ("蓝天置业",), ("蓝天置业大厦",))
    assert (codes.name, codes.words, codes.disguised) == ("泄露公司秘密", ("天狼计划",), False)


def test_a_word_may_have_a_blank_in_it() -> None:
    [each] = read_toml('[[sets]]\ncategory = "C02"\nwords = ["Project Sirius", "天狼"]\ndisguised = true')
    assert (each.words, each.disguised) == (("projectsirius", "天狼"), True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("天狼", "第 1 行前面没有写是哪一类"),
        ("# C99 别的\n天狼", "第 1 行写了「C99」"),  # only a human says what that is
        ("# C02 名单\n狼", "一个词要有 2 到 40 个字"),
        ("# C02 名单\n", "里面没有词"),
    ],
)
def test_refused_lines(text: str, said: str) -> None:
    with pytest.raises(UnreadableWords, match=said):
        read_lines(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[sets]", "不是能读的 TOML"),
        ("", "里面没有词"),
        ('[[sets]]\ncategory = "C16"\nwords = "恐慌"', "写了「C16」"),  # never by a check
        ('[[sets]]\ncategory = "C02"', "第 1 组没有写 words"),
        ('[[sets]]\ncategory = "C02"\nwords = "天狼"\nlevel = 3', "不认识 level"),
        ('[[sets]]\ncategory = "C02"\nwords = 3', "要写成"),
    ],
)
def test_refused_sets(text: str, said: str) -> None:
    with pytest.raises(UnreadableWords, match=said):
        read_toml(text)
