"""Words are taken out of a line in any order, and what is left keeps its own."""

import re

from bot.shapes.arguments import Words


def test_what_is_recognised_is_taken_out_and_the_rest_stays() -> None:
    words = Words("刷屏 2小时 @张三")
    assert words.take(re.compile(r"\d+小时"))
    assert words.left == "刷屏 @张三"


def test_patterns_see_narrow_words_and_free_text_stays_as_typed() -> None:
    words = Words("２小时 太吵了！")
    found = words.take(re.compile(r"\d+小时"))
    assert found
    assert found[0] == "2小时"
    assert words.rest() == "太吵了！"
    assert words.left == ""


def test_nothing_is_taken_where_nothing_fits() -> None:
    words = Words("明天")
    assert words.take(re.compile("后天")) is None
    assert words.left == "明天"


def test_words_found_by_others_are_cut_by_their_places() -> None:
    words = Words("让刘洋代我审批")
    assert words.cut(1, 3) == "刘洋"
    assert words.left == "让 代我审批"
