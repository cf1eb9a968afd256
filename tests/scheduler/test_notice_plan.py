"""Planned notices go out once at their time, whatever was in between."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
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


async def test_what_was_missed_before_a_festival_waits_for_its_end_and_is_posted_once(database: Database) -> None:
    """Nobody was there on the last afternoon; every morning of the nine days of rest the plan is looked at again."""
    eve = datetime.fromisoformat("2026-02-14T13:00+08:00")
    before = await Chat.open(database, jobs=(post_what_is_due,), now=eve)
    await before.say("陈安", "/公告 项目A工作群 每月15号14:00 遇节假日提前 检查灭火器")
    before.said()
    await before.close()
    chat = await Chat.open(database, jobs=(post_what_is_due,), now=eve + timedelta(hours=30))
    await chat.play("""
        ⏰ 2026-02-24 07:59
        ⏰ 2026-02-24 08:00
        机器人→项目A工作群> 检查灭火器
        ——陈安 发布，GG-20260214-001
        ⏰ 2026-03-13 13:59
        ⏰ 2026-03-13 14:00
        机器人→项目A工作群> 检查灭火器
        ——陈安 发布，GG-20260214-001
    """)
    await chat.close()
