"""What is learnt from an accident names nobody, and goes out when its unit's head has let it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, answered, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def test_a_near_miss_is_told_without_names(chat: Chat) -> None:
    await reported(chat, "/事故 2号线 吊物掉下来差点砸到李四", name="王强")
    said = await answered(chat, "陈安", "/事故案例")
    assert said.startswith("【事故案例】未遂事件\n经过：")
    assert "李四" not in said
    assert "某同事" in said
    assert "已提交 RQ-20261122-001" in said
    await chat.say("赵国强", "/同意申请 RQ-20261122-001")
    (told,) = [line.words for line in chat.said() if line.to == "陈安"]
    assert "可以发布了，用 /公告 发出去，正文：\n【事故案例】未遂事件" in told


async def test_nothing_is_guessed(chat: Chat) -> None:
    await reported(chat)
    assert "现在写案例就是猜" in await answered(chat, "陈安", "/事故案例")
