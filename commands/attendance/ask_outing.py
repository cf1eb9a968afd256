"""File that one is out for work within a day: half of it, or from one hour to another.

Example:
    张三> /外出 明天下午 拜访客户
    机器人→王强> [卡片] 张三 申请外出 11月23日(周一)下午 RQ-20261122-001 事由：拜访客户 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：外出 11月23日(周一)下午。等 王强 审批。
"""

from bot.arguments.away_times import OutingTime
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
    "外出",
    aliases=("outing", "wc", "报外出", "公出", "外勤", "外出申请"),
    whole=True,
    private=True,
    # light on purpose (as 出访 makes them) so that whoever says 请假 or 出差 too is taken at that
    says=(
        "[…]外出[…]",
        "[…](公出|外勤)[…]",
        "[…](出去|出门|出)(办事|办点事|见客户|见个客户|一趟|拜访|谈事|跑业务|送货|访)[…]",
        "[…](去|到)…(见客户|拜访客户|跑客户|办事|送材料|盖章|访)",
    ),
    summary="报当天的外出",
    writes=True,
)
async def ask_outing(
    ctx: Context,
    approvals: Approvals,
    book: CommandBook,
    confirming: Confirming,
    start: OutingTime,
    reason: Reason | None = None,
) -> Reply:
    wanted = Wanted(Away.OUTING, start.when, start.place, reason.text if reason else "", start.despite)
    return await file_or_ask(ctx, approvals, book, confirming, wanted)
