"""Which notice somebody means who names one by its number, or the last one."""

from collections.abc import Callable, Collection

from bot.domain.notices.managing import may_manage
from bot.domain.notices.notice import Notice, NoticeState
from bot.errors import Code, UserError
from bot.shapes.context import Context

LATELY = 20  # notices of an author that are looked through
NONE = "你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。"

Wanted = Callable[[Notice], bool]


async def chosen(ctx: Context, number: str, *, wanted: Wanted = lambda notice: True) -> Notice:
    """By its number, or the author's last one that is wanted. Raises UserError."""
    notice = await ctx.store.notices.get(number) if number else await _last(ctx, wanted)
    if notice is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的公告。发 /我的公告 看你发过的。" if number else NONE)
    return notice


async def managed(ctx: Context, number: str, *, without: Collection[NoticeState] = ()) -> Notice:
    """The same, where the asker may do something about it. Raises UserError."""
    notice = await chosen(ctx, number, wanted=lambda each: each.state not in without)
    if not may_manage(ctx.sender.user_id, notice, ctx.company):
        raise UserError(
            Code.NO_PERMISSION, f"{notice.number} 不归你管。请找发布人 {ctx.company.name_of(notice.author)}。"
        )
    return notice


async def _last(ctx: Context, wanted: Wanted) -> Notice | None:
    """What he was at last: posted or written."""
    notices = await ctx.store.notices.of(ctx.sender.user_id, most=LATELY)
    return max(filter(wanted, notices), key=lambda each: each.posted_at or each.created_at, default=None)
