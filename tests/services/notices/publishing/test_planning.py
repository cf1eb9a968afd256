"""A notice whose time has come is posted as long as somebody answers for it."""

from collections.abc import Sequence

import pytest

from bot.domain.notices.notice import Approval, Draft, Notice, NoticeState
from bot.identifiers import UserId
from bot.services.notices.publishing.planning import wind
from bot.shapes.context import JobContext
from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat
from tests.services.notices.posted import later, to_group, work_in

GONE = UserId("gone")
NUMBER = "GG-20261122-001"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def planned(chat: Chat, *, recurrence: str = "", by: UserId = GONE) -> None:
    """For eleven, by somebody who has left since; let pass by `by`."""
    draft = Draft("交周报", to_group(chat.company), recurrence=recurrence)

    async def work(ctx: JobContext) -> None:
        at = later(chat, hour=11)
        approval = Approval(draft.digest, (by,), ctx.now)
        notice = Notice(NUMBER, GONE, draft, ctx.now, NoticeState.SCHEDULED, approval=approval, next_at=at)
        await ctx.store.notices.add(notice, by=ctx.act)
        await wind(ctx, notice)

    await work_in(chat, work)


async def test_what_somebody_regularly_said_who_has_left_is_taken_on_by_another(chat: Chat) -> None:
    await planned(chat, recurrence="WEEKLY;MO;08:00")
    await chat.play(f"""
        ⏰ 2026-11-22 11:00
        机器人→郑群> {NUMBER}「交周报」的发布人已经不在公司，到时间没有发。接着发请回…
        郑群> /推送计划 恢复 {NUMBER}
        机器人> {NUMBER} 恢复了，明天 08:00 发。
        ⏰ 2026-11-23 08:00
        机器人→项目A工作群> 交周报
        ——gone 发布，{NUMBER}
    """)


async def test_what_was_for_once_is_written_anew(chat: Chat) -> None:
    await planned(chat)
    await chat.play(f"""
        ⏰ 2026-11-22 11:00
        机器人→郑群> {NUMBER}「交周报」的发布人已经不在公司，到时间没有发。要发请重新发一条公告。
    """)


async def test_who_let_it_pass_answers_for_it_too(chat: Chat) -> None:
    await planned(chat, by=UserId("chenan"))
    await chat.play(f"""
        ⏰ 2026-11-22 11:00
        机器人→项目A工作群> 交周报
        ——gone 发布，{NUMBER}
    """)
