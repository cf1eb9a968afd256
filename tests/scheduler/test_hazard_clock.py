"""Over the Spring Festival of 2026 nobody is disturbed by a general hazard; of a major one everybody hears at once."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState, StepKind
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.hazard_clock import hazard_clock
from scheduler.hazard_reminders import hazard_reminders
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, given, hazard

BEFORE = datetime.fromisoformat("2026-02-14T10:00:00+08:00")  # a Saturday that is worked; days off are the 15th to 23rd


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_clock, hazard_reminders]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, now=BEFORE)
    yield chat
    await chat.close()


async def test_a_general_one_waits_until_people_are_back(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 2, 17)))
    await chat.play("""
        ⏰ 2026-02-24 08:59
        ⏰ 2026-02-24 09:00
        机器人→王强> [卡片] 隐患请你整改 YH-20261123-001 期限2月17日(周二)，已经超期 1 个工作日。…
        ⏰ 2026-02-25 08:59
    """)


async def test_a_major_one_does_not(chat: Chat) -> None:
    it = await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 2, 17)))
    for step in (StepKind.STOP_DECIDED, StepKind.FILED):
        await chat.core.records.hazards.note(it.number, step, "停产撤人", by=desk(chat).act)
    await chat.play("""
        ⏰ 2026-02-14 16:30
        机器人→王强> …
        ⏰ 2026-02-14 18:30
        机器人→陈安> …
        ⏰ 2026-02-15 16:30
        机器人→王强> …
        ⏰ 2026-02-15 18:30
        机器人→陈安> …
        ⏰ 2026-02-16 09:00
        机器人→王强> [卡片] 重大隐患请你整改 YH-20261123-001 2月17日(周二)到期。…
    """)


async def test_a_restart_repeats_nothing(chat: Chat, database: Database, jobs: Sequence[Job]) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 2, 12)))
    await chat.play("""
        ⏰ 2026-02-24 09:00
        机器人→钱卫东> …
        机器人→王强> [卡片] 隐患请你整改 YH-20261123-001 期限2月12日(周四)，已经超期 3 个工作日。…
    """)
    again = await Chat.open(database, jobs=jobs, now=chat.clock.now())
    await again.play("""
        ⏰ 2026-02-24 23:00
        ⏰ 2026-02-25 09:00
        机器人→王强> …
    """)
    await again.close()
