"""Once a quarter, and only where the company wants it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.dept_needs import dept_needs
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (dept_needs,)


async def test_heads_are_asked_and_answer_by_a_card(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(
        database,
        jobs=jobs,
        company=lambda company: replace(company, notices=replace(company.notices, ask_needs=True)),
    )
    await chat.say("王强", "/帮助")
    chat.said()
    await chat.play("⏰ 2027-01-04 09:59")
    await chat.advance(chat.clock.time.replace(hour=10, minute=0))
    asked = {line.to for line in chat.said()}
    assert "王强" in asked
    await chat.play("""
        王强> 按 [写一条]
        机器人> [卡片] 这个季度，你部门要我们做什么？ 哪件事办起来费劲、缺什么、想要什么功能？…
        王强> 夜班想在手机上看排班
        机器人→小运营> [卡片] HF-20270104-001 生产部的需求 …
        机器人> 记下了（HF-20270104-001），小运营会答复你。还有就再发一条。
        王强> 按 [没有]
        机器人> [卡片] 这个季度，你部门要我们做什么？ 好的。以后有了，发 /报需求 内容 就行。
    """)
    await chat.close()


async def test_nobody_is_asked_unless_the_company_wants_it(chat: Chat) -> None:
    await chat.play("⏰ 2027-01-05 12:00")
