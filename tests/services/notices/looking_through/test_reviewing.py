"""Others let a notice pass, in time."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.shapes.job import Job
from scheduler.approval_reminders import remind
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_nobody_is_told_to_stay_at_his_post_for_a_notice(chat: Chat) -> None:
    await chat.say("郑群", "/公告 全员 明天9:30 请交年报")
    await chat.say("郑群", "/我的公告 GG-20261122-001 送审")
    chat.said()
    await chat.advance(datetime.fromisoformat("2026-11-23T10:00:00+08:00"))
    said = [(line.to, line.words) for line in chat.said()]
    assert any(to == "郑群" and "已经到了开始时间" in words for to, words in said)
    assert not any("岗" in words for _, words in said)


async def test_what_was_changed_is_not_shown_by_an_older_card(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 全员 明天9:30 请交年报
        机器人> [卡片] …
        郑群> 按 [送审]
        机器人→林宓> [卡片] 郑群 申请发公告 …
        机器人> [卡片] …
        郑群> /改公告 GG-20261122-001 请交月报
        机器人→林宓> RQ-20261122-001 申请人撤回了，不用再审批。
        机器人> [卡片] GG-20261122-001 送审之前看一看 请交月报…
    """)
    await chat.say("林宓", "/我的公告 GG-20261122-001")
    assert not any("月报" in line.words for line in chat.said())
