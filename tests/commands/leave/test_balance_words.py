"""How people ask what they have, and why it is so much; and what only sounds like it."""

from datetime import datetime

import pytest

from bot.discovery import find_commands
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand
from tests.chat import SAMPLE_COMPANY

FILE, BOOK = load(SAMPLE_COMPANY), find_commands()
HOW_MUCH, WHY = "假期余额", "为什么"


def read(text: str, who: str = "张三", now: datetime = FILE.now) -> tuple[str, dict[str, object]]:
    """The command and its arguments, or the code of the refusal."""
    (person,) = FILE.company.named(who)
    try:
        found = understand(text, Scene(person, FILE.company, now), BOOK)
    except UserError as error:
        return error.code.value, {}
    return ("noop", {}) if isinstance(found, SmallTalk) else (found.command.name, found.explained())


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("/假期余额", None),
        ("/假期余额 年假", "年假"),
        ("/jqye 调休", "调休"),
        ("我还有几天年假呀", "年假"),
        ("我还剩多少年假", "年假"),
        ("我今年还有多少天年假可以休", "年假"),
        ("年假余额", "年假"),
        ("我的调休还剩多少小时", "调休"),
        ("查一下我的年假余额", "年假"),
        ("帮我查下调休余额", "调休"),
        ("看看我的年假", "年假"),
        ("我年假还剩几天", "年假"),
        ("年假还有多少", "年假"),
        ("还能休几天年假", "年假"),
        ("我的年假用完了吗", "年假"),
        ("我年休假还剩几天", "年假"),
        ("我的年假够不够", "年假"),
        ("我还有多少假", None),
        ("麻烦问一下我还有几天年假", "年假"),
        ("我有多少调休", "调休"),
        ("我的年假剩多少", "年假"),
    ],
)
def test_how_much(text: str, type_: str | None) -> None:
    assert read(text) == (HOW_MUCH, {"type": type_} if type_ else {})


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("/为什么 年假", {"type": "年假"}),
        ("/为什么 年假 2025年", {"type": "年假", "period": "2025"}),
        ("我的年假为什么只有3天", {"type": "年假"}),
        ("为什么我只有3天年假", {"type": "年假"}),
        ("年假怎么只有5天", {"type": "年假"}),
        ("我年假怎么少了一天", {"type": "年假"}),
        ("我的调休怎么没了", {"type": "调休"}),
        ("年假怎么算的", {"type": "年假"}),
        ("年假明细", {"type": "年假"}),
        ("我的年假余额不对", {"type": "年假"}),
        ("为啥我的年假这么少", {"type": "年假"}),
        ("我的年假去哪了", {"type": "年假"}),
        ("我去年的年假怎么没了", {"type": "年假", "period": "2025"}),
        ("/为什么", {}),
        ("刚才为什么不行", {}),
    ],
)
def test_why(text: str, args: dict[str, object]) -> None:
    assert read(text) == (WHY, args)


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("/假期余额 张三", {"target": "张三"}),
        ("/假期余额 年假 李四 去年", {"type": "年假", "period": "2025", "target": "李四"}),
        ("张三还有几天年假", {"type": "年假", "target": "张三"}),
        ("查一下王五的年假余额", {"type": "年假", "target": "王五"}),
        ("帮我看看李四的调休余额", {"type": "调休", "target": "李四"}),
    ],
)
def test_of_somebody_else(text: str, args: dict[str, object]) -> None:
    assert read(text, "李娜") == (HOW_MUCH, args)
    assert read(text, "王五" if "王五" not in text else "张三") == ("E_NO_PERMISSION", {})


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("年假怎么请", "帮助"),
        ("请假条怎么写", "帮助"),
        ("我的年假批了吗", "我的请假"),
        ("明天请一天年假", "请假"),
        ("年假 11.30", "请假"),
        ("离放假还有几天", "E_UNKNOWN_COMMAND"),
        ("项目还有几天上线", "E_UNKNOWN_COMMAND"),
    ],
)
def test_what_only_sounds_like_it(text: str, command: str) -> None:
    assert read(text)[0] == command
