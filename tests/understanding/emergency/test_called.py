"""Under which name an accident is told."""

import pytest

from bot.understanding.emergency.called import command_of


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
