"""A complaint has days, not hours; what is about a colleague stays a report."""

from collections.abc import Sequence

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from scheduler.desk_clock import desk_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


@pytest.mark.parametrize(
    ("text", "command"),
    [("投诉食堂的饭菜是凉的", "服务投诉"), ("我要投诉一下班车老晚点", "服务投诉"), ("投诉郑群 当群管乱禁言人", "举报")],
)
def test_whose_it_is(text: str, command: str) -> None:
    said = explain(Utterance(text, "张三"), FILE, BOOK)
    assert (said["command"], said["needs_confirm"]) == (command, True)


async def test_it_goes_up_after_its_days(chat: Chat) -> None:
    await chat.play("""
    张三> /服务投诉 班车天天晚点
    机器人→李娜> [卡片] 投诉 TS-20261122-001：行政 …
    机器人→周敏> [卡片] 投诉 TS-20261122-001：行政 …
    机器人> [卡片] 已转给李娜、周敏 …
    李娜> 按 [我来处理]
    机器人→张三> 投诉 TS-20261122-001：李娜在处理，有答复我私聊你。
    机器人> …
    ⏰ 2026-11-26 09:30
    机器人→李娜> [卡片] 投诉 TS-20261122-001：行政 到时间还没有答复，请尽快。…
    ⏰ 2026-11-27 09:30
    机器人→李娜> [卡片] 投诉 TS-20261122-001：行政 超时还没有答复，谁有空谁接。…
    机器人→周敏> [卡片] 投诉 TS-20261122-001：行政 超时还没有答复，谁有空谁接。…
    机器人→王强> 投诉 TS-20261122-001（行政）超时还没有答复，现在归李娜、周敏。请催一下，或安排别人。
    机器人→张三> 投诉 TS-20261122-001：还没有答复，已经再催，没有忘。
    """)
