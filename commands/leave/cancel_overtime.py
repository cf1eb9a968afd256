"""Take back overtime that is not going to be worked: what waits is withdrawn, and whoever agreed hears of it.

Its number may be left out where its day tells which is meant, or where there is only one ahead.

Example:
    张三> /加班 11.28 9:00-12:00
    机器人→王强> [卡片] 张三 申请加班 11月28日(周六) 09:00至12:00，3 小时，批准后计入调休 RQ-20261122-001 [同意] [驳回]
    机器人> …
    王强> 按 [同意]
    机器人→张三> …
    机器人> [卡片] …
    张三> /取消加班 RQ-20261122-001
    机器人→王强> 张三 取消了加班 11月28日(周六) 09:00至12:00，3 小时（RQ-20261122-001），不做了。
    机器人> 已取消 RQ-20261122-001：加班 11月28日(周六) 09:00至12:00，3 小时。
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

from bot.arguments.which_filed import WhichFiled
from bot.domain.leave.ledgers.overtime import LATEST, Overtime
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.taken_back import the_only
from bot.services.leave.ledgers.overtime import CANCELLABLE, cancel
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

OFF: Final = "取消|取消了|取消掉|不加了|撤了|撤掉|撤销|作废"
JOINS: Final = "我|先|我先|就|也|安排|计划|的安排|的计划"
WISHES: Final = "我|我要|我想|想|要|帮我|麻烦|请|帮忙"
NOTHING: Final = "你没有还没做的加班，没有可以取消的。发 /我的申请 看你最近的。"
AHEAD: Final = timedelta(days=366)


@command(
    "取消加班",
    aliases=("cancel-overtime", "qxjb", "撤销加班"),
    says=(
        f"[…]加班[{JOINS}]({OFF})[了|吧]",
        f"[{WISHES}](取消|取消掉|撤掉|撤销)…加班[的|这次|安排|计划][了|吧]",
        f"[{WISHES}](取消|取消掉|撤掉|撤销)加班[了|吧]",
        "[…](不|不用|不需要|不去|不来)加班了",
    ),
    summary="取消还没做的加班",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def cancel_overtime(ctx: Context, approvals: Approvals, which: WhichFiled | None = None) -> Reply:
    fitting = [each async for each in _fitting(ctx, which or WhichFiled())]
    return Reply(await cancel(ctx, approvals, the_only(fitting, ctx.now.date(), nothing=NOTHING)), private=True)


async def _fitting(ctx: Context, which: WhichFiled) -> AsyncIterator[Overtime]:
    """By its number, whatever became of it; else what may still be taken back."""
    today = ctx.now.date()
    for each in await ctx.store.overtimes.of(ctx.sender.user_id, today - LATEST, today + AHEAD, ctx.now):
        ahead = each.state in CANCELLABLE or which.number
        if ahead and which.fits(each.number, each.day, each.day, ""):
            yield each
