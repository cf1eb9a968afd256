from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.leave.facts.fact import What, day_fact
from bot.domain.safety.training.rules import TrainingRules
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from scheduler.newcomers import welcome
from tests.chat import Chat


async def opened(database: Database, *, on: bool) -> Chat:
    rules = TrainingRules(newcomers=on)
    return await Chat.open(database, jobs=[welcome], company=lambda company: replace(company, training=rules))


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await opened(database, on=True)
    yield chat
    await chat.close()


async def join(chat: Chat, name: str, day: date) -> None:
    user, now = chat.user(name), chat.clock.now()
    facts = [day_fact(user, What.BEGAN, day), day_fact(user, What.JOINED, day)]
    by = Act("lina", "test", "人力资源", f"test:{name}", now)
    await chat.core.database.transact(lambda: chat.core.records.leave_facts.add(facts, by=by))
    await chat.core.book.refresh()


async def test_a_draft_for_whoever_has_joined_once(chat: Chat) -> None:
    await join(chat, "何苗", date(2026, 11, 23))
    await chat.play("""
        ⏰ 2026-11-23 10:00
        机器人→陈安> [卡片] 培训草稿：新员工三级教育 PX-20261123-001 明天 09:00，地点没写，8 小时
        对象：何苗，1 人；讲师：陈安；不考试。…
        ⏰ 2026-11-25 10:00
    """)


async def test_who_was_entered_late_and_who_joins_on_a_day_of_rest(chat: Chat) -> None:
    await join(chat, "何苗", date(2026, 11, 20))
    await chat.play("""
        ⏰ 2026-11-27 10:00
        机器人→陈安> [卡片] 培训草稿：新员工三级教育 PX-20261123-001 …
    """)
    await join(chat, "马丽", date(2026, 11, 28))
    await chat.play("""
        ⏰ 2026-11-29 10:00
        ⏰ 2026-11-30 10:00
        机器人→陈安> [卡片] 培训草稿：新员工三级教育 PX-20261130-001 明天 09:00，地点没写，8 小时
        对象：马丽，1 人；讲师：陈安；不考试。…
        ⏰ 2026-12-01 10:00
    """)


async def test_nobody_who_has_been_here_for_long(chat: Chat) -> None:
    await join(chat, "何苗", date(2026, 11, 2))
    await chat.play("⏰ 2026-11-24 10:00")


async def test_nobody_unless_the_company_wants_it(database: Database) -> None:
    chat = await opened(database, on=False)
    await join(chat, "何苗", date(2026, 11, 23))
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.close()
