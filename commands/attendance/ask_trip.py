"""File a trip for work: where, from when to when, what for. It is no leave and draws on no balance.

The direct leader decides. Where it goes over a leave of one's own, that is asked first.

Example:
    张三> /出差 上海 11.25-11.27 见客户
    机器人→王强> [卡片] 张三 申请出差上海 11月25日(周三)至11月27日(周五) RQ-20261122-001 事由：见客户 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：出差上海 11月25日(周三)至11月27日(周五)。等 王强 审批。
"""

from bot.arguments.away_times import TripTime
from bot.arguments.reason import Reason
from bot.domain.attendance.trips import Away
from bot.services.approvals.approvals import Approvals
from bot.services.attendance.going_away import Wanted
from bot.services.attendance.over_leave import file_or_ask
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "出差",
    aliases=("business-trip", "cc", "报出差", "出差申请"),
    whole=True,
    private=True,
    says=(
        "[…](出差|出个差|出趟差)[…]",
        "[…](出差|出个差|出趟差)(见客户|拜访客户|跑客户|办事|送材料|盖章)[…]",
        "[…](出差|出个差|出趟差)…(见客户|拜访客户|跑客户|办事|送材料|盖章)",
    ),
    summary="报出差",
    writes=True,
)
async def ask_trip(
    ctx: Context,
    approvals: Approvals,
    book: CommandBook,
    confirming: Confirming,
    start: TripTime,
    reason: Reason | None = None,
) -> Reply:
    wanted = Wanted(Away.TRIP, start.when, start.place, reason.text if reason else "", start.despite)
    return await file_or_ask(ctx, approvals, book, confirming, wanted)
