"""Digests go out at their times; what fell due while nobody was there isn't told at night."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from bot.shapes.context import JobContext
from bot.shapes.job import Job
from scheduler.notice_digest import notice_digest
from tests.chat import Chat
from tests.services.notices.posted import posted, work_in

READER = UserId("zhangsan")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (notice_digest,)


async def test_the_sixth_of_a_day_comes_with_the_next_digest(chat: Chat) -> None:
    for number in range(7):
        await posted(chat, Draft(f"第{number}件事", Audience(people=(READER,))))
    assert [each.to for each in chat.said()].count("张三") == 5
    await chat.play("""
        ⏰ 2026-11-23 11:30
        机器人→张三> 公告 2 条：

        1. 第5件事
        ——郑群 发布，GG-20261122-006

        2. 第6件事
        ——郑群 发布，GG-20261122-007
        ⏰ 2026-11-23 17:00
    """)


async def test_after_an_outage_it_waits_for_the_morning(chat: Chat) -> None:
    notice = await posted(chat, Draft("会议室换到三楼", Audience(people=(READER,))))
    chat.said()

    async def hold(ctx: JobContext) -> None:
        posting = (await ctx.store.postings.of(notice.number))[0]
        await ctx.store.digests.hold(posting.id, [READER], ctx.now - timedelta(hours=1), rooms=False)

    chat.clock.time = chat.clock.now().replace(day=23, hour=22)
    await work_in(chat, hold)
    assert chat.said() == []
    await chat.play("""
        ⏰ 2026-11-24 08:00
        机器人→张三> 公告 1 条：

        1. 会议室换到三楼
        ——郑群 发布，GG-20261122-001
    """)
