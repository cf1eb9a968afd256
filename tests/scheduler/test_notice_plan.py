"""Planned notices go out once at their time, whatever was in between."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_each_week_once_and_moved_over_holidays(chat: Chat) -> None:
    await chat.play("""
        陈安> /公告 项目A工作群 每周五16:30 关好电源门窗
        机器人> [卡片] GG-20261122-001 已排好 …
        ⏰ 2026-11-27 16:30
        机器人→项目A工作群> 关好电源门窗
        ——陈安 发布，GG-20261122-001
        ⏰ 2026-12-04 16:30
        机器人→项目A工作群> 关好电源门窗
        ——陈安 发布，GG-20261122-001
    """)
