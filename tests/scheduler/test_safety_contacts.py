"""Areas whose people have left are named once a month."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.safety.rules import Area
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.safety_contacts import safety_contacts
from tests.chat import Chat

AREAS = (
    Area("3号车间", "A-03", department="生产部", responsible=UserId("gone")),
    Area("仓库", "B-01", responsible=UserId("gaofeng")),
    Area("锅炉房", "C-01"),
)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [safety_contacts]


async def test_they_are_named_on_the_first_working_day(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(
        database, jobs=jobs, company=lambda company: replace(company, safety=replace(company.safety, areas=AREAS))
    )
    await chat.play("""
        ⏰ 2026-12-01 09:24
        ⏰ 2026-12-01 09:25
        机器人→陈安> 这些区域的负责人要更新：
        3号车间：gone 已经离职，现在先找 王强。
        锅炉房：没有写负责人，现在没有人可找。
        请让企业微信管理员改配置 [[safety.areas]]。
        ⏰ 2026-12-31 23:00
    """)
    await chat.close()


async def test_as_long_as_all_are_here_nothing_is_said(chat: Chat) -> None:
    await chat.play("⏰ 2026-12-02 12:00")
