"""The statistics of a quarter are reminded of before they are due, with what they say."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.hazard_statistics import hazard_statistics
from tests.chat import Chat
from tests.services.safety.hazards.given import given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_statistics]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, now=datetime.fromisoformat("2026-09-30T16:00:00+08:00"))
    yield chat
    await chat.close()


async def test_it_is_said_twice_and_can_be_had(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.CLOSED, grade=Grade.MAJOR))
    figures = "隐患统计 2026年第三季度：发现 1 条，其中重大 1 条，重复 0%；销号 1 条，按时 100%；现在超期 0 条。"
    await chat.play(f"""
        ⏰ 2026-10-09 09:20
        机器人→陈安> 2026年第三季度的隐患统计分析要在10月15日(周四)前报送。{figures}看图和明细…
        陈安> /隐患报表 2026年第三季度
        机器人→陈安> [图片] {figures}
        机器人→陈安> [文件 隐患-2026-07-01至2026-09-30.xlsx] …
        机器人> {figures}图和 1 条明细已发你。
        ⏰ 2026-10-14 09:20
        机器人→陈安> 2026年第三季度的隐患统计分析…
        ⏰ 2026-10-31 23:00
    """)
