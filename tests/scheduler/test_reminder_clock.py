"""What rings, and what doesn't any more."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.reminder_clock import reminder_clock
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (reminder_clock,)


async def test_who_has_left_is_not_reminded_and_nobody_for_him(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play("""
        王强> /提醒 @张三 明天9:30 交巡检表
        机器人> 记下了…
        张三> /提醒 我 明天10:30 看邮件
        机器人> 记下了…
    """)
    left = [replace(each, active=each.name != "张三") for each in chat.company.people]
    chat.core.book._company = replace(chat.company, people=tuple(left))
    await chat.play("""
        ⏰ 2026-11-23 11:00
        机器人→王强> TX-20261122-001 没有提醒张三：对方已经离职，或者现在不归你提醒。
    """)
    await chat.close()


async def test_what_is_over_is_forgotten(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play("""
        张三> /提醒 我 明天10:30 看邮件
        机器人> 记下了…
        ⏰ 2026-11-23 10:30
        机器人→张三> 提醒你：看邮件
        ⏰ 2026-12-22 04:40
    """)
    assert await chat.core.records.reminders.get("TX-20261122-001", chat.clock.now())
    await chat.play("⏰ 2026-12-24 04:40")
    assert await chat.core.records.reminders.get("TX-20261122-001", chat.clock.now()) is None
    await chat.close()
