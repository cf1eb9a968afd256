"""A bulletin has more than hazards: by number, without a name or a place."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.shapes.job import Job
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due,)


async def test_accidents_and_near_misses_are_counted_apart(chat: Chat) -> None:
    for words in (
        "/事故 3号车间 李四手被划伤了",
        "/事故 1号仓库 吊物掉下来了 没砸到人 未遂",
        "/隐患 3号车间 叉车差点撞到人",
        "/隐患 3号车间 配电箱门坏了",
    ):
        await chat.say("张三", words)
    chat.said()
    await chat.advance(datetime(2026, 12, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    (told,) = [line.words for line in chat.said() if line.to == "项目A工作群" and "简报" in line.words]
    assert "同期事故 1 起，差点出事 2 起；检查 0 次；培训 0 次 0 人次；演练 0 次。" in told
    assert "李四" not in told
