"""The human resources are told once in a window, and only they."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.leave.requests.request import LeaveState
from bot.shapes.job import Job
from scheduler.sick_time import warn
from tests.chat import Chat
from tests.services.leave.sick_leaves import sick


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [warn]


async def test_at_four_fifths(chat: Chat) -> None:
    """Of 90 days 72 are used on the 23rd; nothing more is said on the days after."""
    running = LeaveState.RUNNING
    await sick(chat, "zhangsan", date(2026, 9, 13), date(2026, 11, 30), "50", state=running)
    await chat.play("""
        ⏰ 2026-11-22 12:00
        ⏰ 2026-11-23 12:00
        机器人→李娜> 张三 的医疗期从2026年9月13日(周日)算到2027年3月12日(周五)，其间累计最长 3 个月（90 天，自然日）。已用 72 天，占 80%，…
        机器人→周敏> 张三 的医疗期从2026年9月13日(周日)算到2027年3月12日(周五)，其间累计最长 3 个月（90 天，自然日）。已用 72 天，占 80%，…
        ⏰ 2026-11-26 12:00
    """)  # noqa: E501 - sentences as they are read


async def test_nobody_is_told_of_himself(chat: Chat) -> None:
    await sick(chat, "lina", date(2026, 8, 1), date(2026, 11, 30), "70", state=LeaveState.RUNNING)
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→周敏> 李娜 的医疗期…
    """)


async def test_what_is_long_over_is_no_news(chat: Chat) -> None:
    await sick(chat, "zhangsan", date(2026, 8, 1), date(2026, 10, 30), "62")
    await chat.play("""
        ⏰ 2026-11-25 12:00
    """)
