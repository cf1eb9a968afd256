"""A drill is asked about until it is judged; what the law wants of a half year is said thirty days before its end."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.storage.engine.database import Database
from scheduler.drill_clock import drill_clock
from tests.chat import Chat
from tests.commands.safety.drills import TOLD


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[drill_clock])
    yield chat
    await chat.close()


async def test_its_leader_is_asked_and_writes_it_down(chat: Chat) -> None:
    await chat.play(f"""{TOLD.rstrip()}
        ⏰ 2026-11-24 15:01
        机器人→陈安> [卡片] 专项演练「消防疏散」请评估 YL-20261122-001 演练完了吗？写下做得好的和有问题的，…
        陈安> 按 [写评估]
        机器人> [卡片] 专项演练「消防疏散」 哪里做得好，哪里有问题？直接回我，…
        陈安> 撤得快，没有问题
        机器人> 专项演练「消防疏散」已评估（YL-20261122-001）：到 0/1 人。没有问题要整改。
        ⏰ 2026-11-26 09:01
    """)


async def test_he_is_asked_again_and_then_the_officers_hear(chat: Chat) -> None:
    await chat.play(TOLD)
    chat.clock.time = datetime.fromisoformat("2026-11-25T08:00:00+08:00")
    await chat.play("""
        ⏰ 2026-11-25 09:01
        机器人→陈安> [卡片] …
        机器人→陈安> [卡片] 专项演练「消防疏散」请评估 YL-20261122-001 昨天的演练还没有评估。…
        ⏰ 2026-12-02 09:01
        机器人→陈安> 2026年下半年的现场处置演练还没有安排，2026年12月31日(周四)前要做（预案管理办法第33条，每半年至少…
        机器人→陈安> 专项演练「消防疏散」（YL-20261122-001，11月24日(周二) 14:00，3号车间）还没有评估，不算做过。发 /…
    """)


async def test_what_the_law_wants_is_said_before_and_after(chat: Chat) -> None:
    chat.clock.time = datetime.fromisoformat("2026-11-30T12:00:00+08:00")
    await chat.play("""
        ⏰ 2026-12-01 09:01
        机器人→陈安> 2026年的综合或专项演练还没有安排，2026年12月31日(周四)前要做（预案管理办法第33条，每年至少一次）。…
    """)
    chat.clock.time = datetime.fromisoformat("2026-12-31T12:00:00+08:00")
    await chat.play("""
        ⏰ 2027-01-04 09:01
        机器人→陈安> 2026年的综合或专项演练没有做过，…
        机器人→钱卫东> …
        机器人→孙丽> …
        机器人→赵国强> …
    """)
