"""A group named in a line."""

import pytest

from bot.arguments.groups import GroupNamed, GroupOrHere
from bot.errors import Code
from tests.arguments.reading import read, refused, scene


@pytest.mark.parametrize(
    ("text", "name", "left", "guess"),
    [
        ("项目Ａ群", "项目A工作群", "", None),
        ("项目A工作群 11月25日停电检修", "项目A工作群", "11月25日停电检修", None),
        ("项目B工作群呗", "项目B工作群", "呗", None),
        ("在项目A工作群发赌博链接", "项目A工作群", "发赌博链接", None),
        ("昨天 在项目A群里面发赌博链接", "项目A工作群", "昨天 发赌博链接", None),
        ("恒远置业 李总 进项目A营销微信平台", "项目A营销微信平台", "恒远置业 李总", None),
        ("项目A工作群里有人发广告", "项目A工作群", "里有人发广告", None),
        ("集团高管工作群", "集团高管工作群", "", None),
        ("集团群", "集团工作群", "", "群是集团工作群"),
        ("xmagzq", "项目A工作群", "", "群是项目A工作群"),
    ],
)
def test_a_group_is_read(text: str, name: str, left: str, guess: str | None) -> None:
    found, rest = read(GroupNamed, text, scene("李四"))
    assert found.explained() == {"group": name}
    assert (found.guess, rest) == (guess, left)


@pytest.mark.parametrize("text", ["本群", "这个群", "在本群 明天", "这里"])
def test_this_group(text: str) -> None:
    found, _ = read(GroupNamed, text, scene("张三", "项目A工作群"))
    assert (found.group.name, found.guess) == ("项目A工作群", None)


def test_this_group_where_it_is_none() -> None:
    assert "私聊" in refused(GroupNamed, "本群", scene("张三")).sentence
    assert "还没有登记" in refused(GroupNamed, "本群", scene("张三", "街坊群")).sentence


def test_who_says_none_may_mean_the_one_he_is_in() -> None:
    assert read(GroupOrHere, "明天", scene("张三", "项目A工作群"))[0].group.name == "项目A工作群"
    assert read(GroupOrHere, "项目B工作群", scene("张三", "项目A工作群"))[0].group.name == "项目B工作群"
    assert read(GroupOrHere, "明天", scene("张三"))[0] is None
    assert read(GroupNamed, "明天", scene("张三", "项目A工作群"))[0] is None


def test_several_are_a_question() -> None:
    error = refused(GroupNamed, "项目工作群", scene("李四"))
    assert error.code is Code.AMBIGUOUS_GROUP
    assert [each.name for each in error.candidates] == ["项目A工作群", "项目B工作群"]
    assert (error.typed, error.sentence) == ("项目工作群", "「项目工作群」是哪个群？项目A工作群、项目B工作群。")


def test_an_unknown_one_has_a_suggestion() -> None:
    error = refused(GroupNamed, "项目C工作群", scene("李四"))
    assert error.code is Code.NOT_FOUND
    assert error.suggest in ("项目A工作群", "项目B工作群")
    assert "项目A工作群" in error.sentence


def test_who_may_not_know_of_a_group_learns_nothing() -> None:
    for text in ("高管群", "集团高管群", "推动群"):
        error = refused(GroupNamed, text, scene("李四"))
        told = f"{error.sentence}{error.suggest}{error.candidates}"
        assert error.code is Code.NOT_FOUND
        assert "集团高管工作群" not in told
        assert "计划运营推动群" not in told
    assert read(GroupNamed, "高管群", scene("林宓"))[0].group.name == "集团高管工作群"
    assert read(GroupNamed, "推动群", scene("周敏"))[0].group.name == "计划运营推动群"
