"""Under which name an accident is told."""

import pytest

from bot.understanding.emergency.called import command_of
from bot.understanding.emergency.heed import Cry, heed


@pytest.mark.parametrize(
    ("line", "command", "words"),
    [
        ("/事故 仓库着火", "事故", "仓库着火"),
        ("/sg 仓库着火", "事故", "仓库着火"),
        ("/SG 仓库着火", "事故", "仓库着火"),
        ("/公告消防演练", "公告", "消防演练"),
        ("隐患：灯坏了", "隐患", "灯坏了"),
        ("/没有的命令 仓库着火", None, "没有的命令 仓库着火"),
        ("仓库着火", None, "仓库着火"),
        ("sgb 是什么", None, "sgb 是什么"),
    ],
)
def test_the_name_that_a_line_begins_with(line: str, command: str | None, words: str) -> None:
    assert command_of(line) == (command, words)


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("/警告 @张三 原因 3号车间着火了", True),
        ("/警告 @张三 救命 有人触电了", True),
        ("警告：3号车间着火了，大家说快跑", True),
        ("/警告 @张三 刷广告", False),
        ("/警告 @张三 造谣说3号车间着火了", False),
        ("/警告 @张三 骂人还威胁要捅人", False),
        ("/禁言 @张三 2小时 辱骂同事让人去死", False),
        ("/禁言 @张三 2小时 仓库爆炸了", True),
        ("/通报 @张三 恐吓同事说要放火", False),
    ],
)
def test_what_keeps_order_tells_of_a_danger_or_of_what_was_said(line: str, heard: bool) -> None:
    found = heed(line)
    assert (found is not None and found.cry is Cry.ALARM) is heard
