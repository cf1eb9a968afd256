"""What doesn't work is offered to the desk; what is dangerous, reported or over isn't."""

import pytest

from bot.explaining import Utterance, explain
from bot.understanding.troubles import asks_for_help
from tests.commands.members.comings import BOOK, FILE


@pytest.mark.parametrize(
    ("line", "wants"),
    [
        ("电脑连不上网了怎么办", True),
        ("打印机坏了找谁", True),
        ("打卡定位不准怎么办", True),
        ("我的社保断缴了找谁问", True),
        ("打印机修好了", False),
        ("电脑冒烟着火了怎么办", False),
        ("门禁坏了，外人随便进，有安全隐患", False),
        ("今天天气不错", False),
        ("/电脑 坏了", False),
        ("电脑坏了" * 30, False),
    ],
)
def test_what_does_not_work(line: str, wants: bool) -> None:
    assert asks_for_help(line) is wants


def test_it_is_asked_back() -> None:
    said = explain(Utterance("打印机坏了找谁", "张三"), FILE, BOOK)
    assert (said["command"], said["needs_confirm"]) == ("求助", True)
    assert said["args"] == {"text": "打印机坏了找谁", "category": "技术"}
