from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dialogues import Dialogue, closing
from bot.identifiers import UserId

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 22, 12, tzinfo=SHANGHAI)


def asked(line: str, typed: str) -> Dialogue:
    return Dialogue(1, UserId("zhangsan"), "bot", None, line, "哪一个？", NOON, closing(NOON), typed=typed)


@pytest.mark.parametrize(
    ("line", "typed", "answer", "completed"),
    [
        ("/请假", "", "年假", "/请假 年假"),
        ("/入群 项目工作群", "项目工作群", "项目A工作群", "/入群 项目A工作群"),
        ("/禁言 刘洋 1小时 刷屏", "刘洋", "刘洋(0086)", "/禁言 刘洋(0086) 1小时 刷屏"),
        ("/转交 刘洋(0086) 刘洋", "刘洋", "刘洋(0086)", "/转交 刘洋(0086) 刘洋(0086)"),
        ("/入群 群", "群", "项目A工作群", "/入群 项目A工作群"),
        ("建 项目C", "建", "/建群", "/建群 项目C"),
        ("/看 别的", "没有的词", "甲", "/看 别的"),
    ],
)
def test_the_answer_stands_where_it_was_asked_for(line: str, typed: str, answer: str, completed: str) -> None:
    assert asked(line, typed).completed(answer) == completed


def test_an_answer_counts_for_ten_minutes_and_not_into_the_next_day() -> None:
    assert closing(NOON).strftime("%H:%M:%S") == "12:10:00"
    late = NOON.replace(hour=23, minute=55)
    assert closing(late).strftime("%d %H:%M:%S") == "22 23:59:59"
