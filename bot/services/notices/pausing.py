"""A planned notice is held back, and goes on (D11§二.1)."""

from dataclasses import replace

from bot.domain.notices.notice import Notice, NoticeState
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.notices.planning import keep, plan, wind
from bot.services.notices.wording import stands


async def pause(desk: Desk, notice: Notice) -> str:
    """What came of it, as a sentence. Raises UserError."""
    if notice.state is not NoticeState.SCHEDULED:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, desk.now)}没有什么要暂停的。")
    after = replace(notice, state=NoticeState.PAUSED, next_at=None)
    await wind(desk, await keep(desk, after, was=notice, change="paused"))
    return f"{notice.number} 暂停了，恢复前不发。"


async def resume(desk: Desk, notice: Notice) -> str:
    """Raises UserError; a moment that has passed meanwhile is said by who resumes."""
    if notice.state is not NoticeState.PAUSED:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, desk.now)}没有暂停。")
    if not notice.is_approved:
        raise UserError(Code.APPROVAL_REQUIRED, f"{notice.number} 改过以后没有重新审核，请作者先送审。")
    if notice.draft.at and notice.draft.at <= desk.now and not notice.recurs:
        raise UserError(
            Code.PAST_DATE, f"{notice.number} 原定的时间已经过了。请作者发 /改公告 {notice.number} 新时间。"
        )
    after = await plan(desk, notice, was=notice, change="resumed", may_wait=True)
    return f"{notice.number} 恢复了，{stands(after, desk.now)}"
