"""Overtime is credited once it is worked."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.overtime_credits import credit
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [credit]


async def test_where_only_hours_were_said_when_the_day_is_over(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.28 3小时
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        ⏰ 2026-11-28 23:00
        ⏰ 2026-11-29 00:00
        机器人→张三> RQ-20261122-001 加班 11月28日(周六)，3 小时：调休增加 3 小时，现在能用 3 小时。
        ⏰ 2026-11-30 12:00
    """)
