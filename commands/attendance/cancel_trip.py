"""Take back a trip or an outing: one that waits is withdrawn, one that was agreed to doesn't take place.

Who decided on it is told.

Example:
    张三> /取消出差
    机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
"""

from collections.abc import AsyncIterator
from typing import Final

from bot.arguments.which_filed import WhichFiled
from bot.domain.attendance.filings import Filed
from bot.domain.attendance.trips import Trip, first_day, last_day
from bot.errors import Overtaken
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.taken_back import tell_deciders, the_only
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

JOINS: Final = "我|先|我先|就|也|申请|行程|安排|计划|的申请|的计划|可能"
OFF: Final = "取消|取消了|取消掉|不去了|去不了了|去不成了|不用去了|撤了|撤掉|撤销|泡汤了"
# What follows where no other wish does: 出差取消了，客户改时间.
WHY: Final = "客户|领导|老板|因为|由于|项目|对方|会议|那边|计划|临时|谢谢|麻烦"
WISHES: Final = "我|我要|我想|想|要|帮我|麻烦|请|帮忙"
NOTHING: Final = "你没有报过还没结束的出差或外出，没有可以取消的。"


@command(
    "取消出差",
    aliases=("cancel-trip", "取消外出", "撤销出差", "撤销外出"),
    says=(
        f"[…]<出差|外出>[{JOINS}]({OFF})[了|吧]",
        f"[…]<出差|外出>[{JOINS}]({OFF})[，]({WHY})[…]",
        f"[{WISHES}](取消|取消掉|撤掉|撤销)[…]<出差|外出>[的|这次|申请|行程|安排|计划][了|吧]",
        "[…]不<出差|外出>了",
        f"[…]不<出差|外出>了[，]({WHY})[…]",
        "[我|那就|那我](不去|不用去|不用|不需要|去不了|去不成)[…]<出差|外出>了[…]",
    ),
    summary="取消报过的出差或外出",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def cancel_trip(ctx: Context, approvals: Approvals, which: WhichFiled | None = None) -> Reply:
    fitting = [each async for each in _fitting(ctx, which or WhichFiled())]
    trip = the_only(fitting, ctx.now.date(), nothing=NOTHING)
    request = await approvals.find(ctx, trip.number)
    if trip.state is Filed.PENDING:
        await approvals.withdraw(ctx, request, ctx.sender.user_id)
    elif not await ctx.store.trips.move(trip, Filed.CANCELLED, by=ctx.act):
        raise Overtaken(trip.number)
    else:
        tell_deciders(ctx, request, f"取消了{trip.said(ctx.now.date())}（{trip.number}）。")
    return Reply(f"已取消 {trip.number}：{trip.said(ctx.now.date())}。", private=True)


async def _fitting(ctx: Context, which: WhichFiled) -> AsyncIterator[Trip]:
    for each in await ctx.store.trips.of(ctx.sender.user_id, ctx.now, since=ctx.now):
        if each.state.stands and which.fits(each.number, first_day(each.when), last_day(each.when), each.kind):
            yield each
