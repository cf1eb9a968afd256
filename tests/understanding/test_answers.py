import pytest

from bot.domain.dialogues import Option
from bot.understanding.answers import chosen, is_dropped

LIU = (Option("刘洋(0086) 生产部", "刘洋(0086)"), Option("刘洋(0213) 生产部", "刘洋(0213)"))
ROOMS = (Option("项目A工作群", "项目A工作群"), Option("项目B工作群", "项目B工作群"))


@pytest.mark.parametrize(
    ("line", "put"),
    [
        ("1", "刘洋(0086)"),
        ("２", "刘洋(0213)"),
        ("第一个", "刘洋(0086)"),
        ("第2位", "刘洋(0213)"),
        ("两", "刘洋(0213)"),
        ("②", "刘洋(0213)"),
        ("⑩", None),
        ("十", None),
        ("最后一个", "刘洋(0213)"),
        ("0213", "刘洋(0213)"),
        ("刘洋0086", None),
        ("刘洋(0086)", "刘洋(0086)"),
        ("刘洋（0086）", "刘洋(0086)"),
        ("尾号0213的那个", None),
        ("0213的那个", "刘洋(0213)"),
        ("刘洋", None),
        ("3", None),
        ("0", None),
        ("", None),
        ("生产部", None),
    ],
)
def test_a_person_is_chosen_by_number_or_by_what_only_he_has(line: str, put: str | None) -> None:
    found = chosen(line, LIU)
    assert (found.put if found else None) == put


@pytest.mark.parametrize(("line", "put"), [("项目a工作群", "项目A工作群"), ("B", "项目B工作群"), ("工作群", None)])
def test_a_group_is_chosen_by_a_part_of_its_name(line: str, put: str | None) -> None:
    found = chosen(line, ROOMS)
    assert (found.put if found else None) == put


@pytest.mark.parametrize("line", ["算了", "取消", "不用了", "算了吧", "都不是", "不办了。", "cancel", "/取消"])
def test_giving_up(line: str) -> None:
    assert is_dropped(line)


@pytest.mark.parametrize("line", ["取消公告 3", "算了一下有三天", "不用加班", "停电检修", "培训中心", ""])
def test_not_giving_up(line: str) -> None:
    assert not is_dropped(line)
