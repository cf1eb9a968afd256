"""What was closed in a week is told at its end, without names; in a week of holidays it waits."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import pytest

from bot.domain.safety.hazards.hazard import HazardFacts, HazardKind, HazardState
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.hazard_week import hazard_week
from tests.chat import Chat
from tests.services.safety.hazards.given import given, hazard

LEFT = "看到隐患，发 /隐患 地点 情况。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_week]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, now=datetime.fromisoformat("2026-02-13T16:00:00+08:00"))
    yield chat
    await chat.close()


async def test_what_was_closed_is_told_once(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.CLOSED))
    facts = HazardFacts("仓库", "<@all> 有油", HazardKind.SURROUNDINGS)
    await given(chat, hazard(chat, HazardState.CLOSED, number="YH-20261123-002", facts=facts))
    await given(chat, hazard(chat, number="YH-20261123-003"))
    await chat.play(f"""
        ⏰ 2026-02-14 14:59
        ⏰ 2026-02-14 15:00
        机器人→集团工作群> 【隐患公示】本周整改销号 2 条，谢谢报告和整改的同事：
        1. 仓库 ＜@all＞ 有油
        2. 3号车间 配电箱门坏了
        还没销号 1 条，其中超期 0 条。{LEFT}
        机器人→项目A工作群> …
        机器人→项目B工作群> …
        ⏰ 2026-03-13 23:00
    """)


async def test_over_the_spring_festival_it_waits(chat: Chat) -> None:
    chat.clock.time = datetime.fromisoformat("2026-02-14T15:30:00+08:00")
    await given(chat, hazard(chat, HazardState.CLOSED))
    await chat.play("""
        ⏰ 2026-02-28 14:59
        ⏰ 2026-02-28 15:00
        机器人→集团工作群> 【隐患公示】本周整改销号 1 条，谢谢报告和整改的同事：…
        机器人→项目A工作群> …
        机器人→项目B工作群> …
    """)
