"""Where names stand in a line, and that they come back."""

import re

import pytest

from bot.files.company import load
from bot.understanding.marked import LONGEST, NAME, mark
from tests.chat import SAMPLE_COMPANY

FIND = load(SAMPLE_COMPANY).company.finder.people.names_in


@pytest.mark.parametrize(
    ("line", "shape", "names"),
    [
        ("张三又刷屏", "＊又刷屏", ["张三"]),
        ("@生产部-张三 又骂李四", "＊ 又骂＊", ["@生产部-张三", "李四"]),
        ("把刘洋(0213)移出去", "把＊移出去", ["刘洋(0213)"]),
        ("刘洋0213刷屏", "＊刷屏", ["刘洋0213"]),
        ("罚张三200元", "罚＊200元", ["张三"]),
        ("@老王 别刷了", "＊ 别刷了", ["@老王"]),
        ("警告标志坏了", "警告标志坏了", []),
    ],
)
def test_a_mark_stands_for_each_name(line: str, shape: str, names: list[str]) -> None:
    marked = mark(line, FIND)
    assert list(marked.names) == names
    assert re.sub(NAME, "＊", marked.line) == shape
    assert marked.plain(marked.line) == line


def test_whoever_writes_more_tells_a_story() -> None:
    assert mark("张三" + "很" * LONGEST, FIND).names == ()
