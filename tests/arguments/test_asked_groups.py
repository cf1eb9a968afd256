"""A group that somebody wants to come into or go out of."""

import pytest

from bot.arguments.asked_groups import GroupAskedFor, GroupToQuit
from bot.arguments.reason import Reason
from tests.arguments.reading import read, scene


@pytest.mark.parametrize(
    ("text", "group", "left"),
    [
        ("项目B工作群 对接工艺", "项目B工作群", "对接工艺"),
        ("项目B 对接工艺", "项目B工作群", "对接工艺"),
        ("项目B，对接工艺", "项目B工作群", "对接工艺"),
        ("项目B的群", "项目B工作群", ""),
        ("下项目B群", "项目B工作群", ""),
        ("对接 工艺", None, "对接 工艺"),
        ("", None, ""),
    ],
)
def test_the_name_comes_first(text: str, group: str | None, left: str) -> None:
    found, rest = read(GroupAskedFor, text, scene("李四"))
    assert (found.group.name if found else None, rest) == (group, left)


@pytest.mark.parametrize(
    ("text", "where", "group", "left"),
    [
        ("群", "项目A工作群", "项目A工作群", ""),
        ("", "项目A工作群", "项目A工作群", ""),
        ("项目B工作群", "项目A工作群", "项目B工作群", ""),
        ("调岗了", "项目A工作群", "项目A工作群", "调岗了"),
        ("调岗了", None, None, "调岗了"),
        ("群", None, None, ""),
    ],
)
def test_the_one_it_was_typed_in(text: str, where: str | None, group: str | None, left: str) -> None:
    found, rest = read(GroupToQuit, text, scene("张三", where))
    assert (found.group.name if found else None, rest) == (group, left)


@pytest.mark.parametrize("text", ["原因：对接", "理由是对接", "理由：对接", "因为对接", "对接"])
def test_what_a_reason_is_introduced_by_is_no_part_of_it(text: str) -> None:
    assert read(Reason, text)[0].text == "对接"
