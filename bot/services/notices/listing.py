"""Lists of notices: an author's own, and what is planned of what he may see (D11§二.1, D17§2.1)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.notices.audience import named
from bot.domain.notices.managing import may_plan
from bot.domain.notices.notice import PLANNED, Notice, NoticeState
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.wording import again, headline, stands

MOST: Final = 12  # of one list
NOTHING: Final = "你还没有发过公告。发 /公告 项目A工作群 内容 就能发一条。"
NOT_YOURS: Final = "没有这个编号的公告，或者不归你管。发 /推送计划 看你能管的。"


async def own_list(desk: Desk, author: UserId) -> str:
    """The newest first, each with how it stands."""
    notices = await desk.store.notices.of(author, most=MOST)
    if not notices:
        return NOTHING
    lines = [f"{each.number} {headline(each)}：{stands(each, desk.now)}" for each in notices]
    return "\n".join(["你最近的公告：", *lines, "看全文、发布、送审、不发了：/我的公告 编号。"])


async def planned(desk: Desk, user: UserId) -> Sequence[Notice]:
    """What waits for its time, of what he may see: his own, of groups that he looks after, all by right."""
    notices = await desk.store.notices.in_state(*PLANNED)
    return [each for each in notices if may_plan(user, each, desk.company)]


async def managed(desk: Desk, user: UserId, number: str) -> Notice:
    """Raises UserError, the same for what isn't there and what isn't his."""
    notice = await desk.store.notices.get(number)
    if notice is None or not may_plan(user, notice, desk.company):
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    return notice


def in_plan(notice: Notice, company: Company, now: datetime) -> str:
    """`11月23日(周一) 08:00 安全早会提醒 → 项目A工作群（每周一 08:00） GG-20261122-001`"""
    at = clock_time(notice.next_at.astimezone(now.tzinfo), now) if notice.next_at else str(NoticeState.PAUSED)
    rhythm = f"（{again(notice.draft.recurrence)}）" if notice.recurs else ""
    whom = "、".join(named(notice.draft.audience, company))
    return f"{at} {headline(notice)} → {whom}{rhythm} {notice.number}"
