"""What is held about somebody in leave, and who looked at it: for himself to read."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.data_views import DataView
from bot.domain.dates import clock_time, day_seen
from bot.shapes.context import Context

ALL: Final = timedelta(days=3650)
SHOWN: Final = 10  # views
NOBODY: Final = "还没有人看过你的请假原因、材料和假期资料。"


async def held(ctx: Context) -> Sequence[str]:
    """Lines, each a sentence."""
    user = ctx.sender.user_id
    leaves = await ctx.store.leaves.of(user, ctx.now, since=ctx.now - ALL)
    reasons = await ctx.store.leaves.with_reason(user)
    ledger = await ctx.store.leave_ledgers.of(user)
    since = f"，最早一条从{day_seen(leaves[0].begins.date(), ctx.now.date())}开始" if leaves else ""
    proofs = await ctx.store.leave_proofs.of_person(user, ctx.now)
    return [
        f"请假 {len(leaves)} 条{since}。",
        f"其中 {reasons} 条写了原因，加密保存。看自己写的，发 /请假原因 加编号。",
        f"请假材料 {len(proofs)} 张，加密保存，核对后一年删除。看自己交的，发 /看材料 加编号。",
        f"假期账 {len(ledger.entries)} 笔。",
    ]


async def viewed(ctx: Context) -> Sequence[str]:
    """Who looked, the newest first."""
    user = ctx.sender.user_id
    views = await ctx.store.data_views.of(user, ctx.now, most=SHOWN)
    if not views:
        return [NOBODY]
    number = await ctx.store.data_views.count(user)
    return list(_viewed(views, number, ctx))


def _viewed(views: Sequence[DataView], number: int, ctx: Context) -> Iterator[str]:
    yield f"看过你的资料 {number} 次：" if number <= SHOWN else f"看过你的资料 {number} 次，最近 {SHOWN} 次："
    for view in views:
        about = f" {view.about}" if view.about else ""
        why = f"，用途：{view.why}" if view.why else ""
        yield f"· {ctx.company.name_of(view.viewer)}看了{view.what}{about}（{clock_time(view.at, ctx.now)}{why}）"
