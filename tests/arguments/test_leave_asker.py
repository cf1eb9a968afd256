"""Whose leave a line asks for."""

import pytest

from bot.arguments.leave_asker import ensure_own
from bot.errors import Code, UserError
from tests.arguments.reading import FILE, scene

SENDER = scene("张三").sender


def _ensure(line: str) -> None:
    assert SENDER
    ensure_own(line, SENDER, FILE.company)


@pytest.mark.parametrize(
    "line",
    [
        "王五明天请假",
        "帮李四请一天年假",
        "李四 年假 12.1",
        "@李四 12.1 年假",
        "申请人:李四 类型:事假",
        "刘洋 明天 事假",
    ],
)
def test_a_colleague_asks_himself(line: str) -> None:
    with pytest.raises(UserError) as refused:
        _ensure(line)
    assert refused.value.code is Code.NO_PERMISSION


@pytest.mark.parametrize(
    "line",
    ["年假 12.1", "张三 年假 12.1", "申请人:张三 年假", "李四结婚 事假 12.1", "王强 同意了 年假 12.1", "帮我请个假"],
)
def test_his_own_is_his_affair(line: str) -> None:
    _ensure(line)
