"""Whatever a user writes stays words."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.wording import SHOWN, quote_user, shown, without_marks

MARKS = "<>@[]()`*_~#&;\\/:!|-+= \n\r\tahlfont.全"
HOSTILE = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from(MARKS), max_size=80),
    st.lists(
        st.sampled_from(
            [
                "<@all>",
                "<@lin.mei>",
                "[x](http://e)",
                '<font color="info">',
                "</font>",
                '<a href="',
                "\n# ",
                "\n> ",
                "**",
            ]
        )
    ).map("".join),
    st.text(st.characters(codec=None), max_size=20),
)
MEANING = re.compile(
    r"<|>|\[|\]|`|\*|~|\\|&#?\w+;|\w://|^\s*[#+=-]|[\u202a-\u202e\u2066-\u2069\ud800-\udfff]", re.MULTILINE
)


@settings(max_examples=1500, deadline=None)
@given(HOSTILE)
def test_nothing_with_a_meaning_is_left(text: str) -> None:
    assert not MEANING.search(quote_user(text))


@settings(max_examples=700, deadline=None)
@given(HOSTILE)
def test_twice_is_as_good_as_once(text: str) -> None:
    once = quote_user(text)
    assert quote_user(once) == once
    once.encode()  # and it can be sent


@settings(max_examples=700, deadline=None)
@given(HOSTILE, HOSTILE)
def test_two_quotes_side_by_side_make_no_mark(first: str, second: str) -> None:
    joined = f"{quote_user(first)} {quote_user(second)}"
    assert not re.search(r"<@|\]\(|<font|<a|https?://", joined)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("生产部-张三", "生产部-张三"),
        ("chen_hao", "chen_hao"),
        ("QJ-20261122-001", "QJ-20261122-001"),
        ("家里有事，5:30 走 & 明天回", "家里有事，5:30 走 & 明天回"),
        ("<@all> 快来", "＜@all＞ 快来"),
        ("[领奖](http://evil.example)", "［领奖］(http：//evil.example)"),
        ("_斜_ **粗** `码`", "＿斜＿ ＊＊粗＊＊ ｀码｀"),
        ("第一行\n# 标题\n- 项", "第一行\n＃ 标题\n－ 项"),
        ("&lt;@all&gt;", "＆lt;@all＆gt;"),
        ("a\u202eb\x07c", "abc"),
    ],
)
def test_people_read_the_same(said: str, read: str) -> None:
    assert quote_user(said) == read


def test_a_page_of_empty_lines_costs_no_more_than_a_page_of_words() -> None:
    started = time.thread_time()
    quote_user("x" + "\n" * 20_000 + "y")
    assert time.thread_time() - started < 0.5  # it was ten seconds


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("生产部-张三", "生产部-张三"),
        ("1」\n\n【公告】明天放假", "1」 【公告】明天放假"),
        ("<@all> https://evil.example", "＜@all＞ https：//evil.example"),
        ("长" * 3000, "长" * SHOWN + "…"),
    ],
)
def test_words_inside_a_sentence_of_ours_are_short_and_on_its_line(said: str, read: str) -> None:
    assert shown(said) == read


def test_plain_words_of_ours_keep_lists_and_addresses() -> None:
    said = "# 一\n- 二 https://a.example/x_y\n3. <类型> [好](http://x)"
    assert without_marks(said) == "＃ 一\n- 二 https://a.example/x_y\n3. ＜类型＞ ［好］(http://x)"


@pytest.mark.parametrize("mark", ["\u061c", "\u200b", "\u200f", "\u202e", "\u2060", "\u2067", "\ufeff", "\U000e0041"])
def test_nothing_that_nobody_sees_is_left(mark: str) -> None:
    assert quote_user(f"转账{mark}gnp.exe") == "转账gnp.exe"
    assert quote_user("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
