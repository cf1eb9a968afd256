"""Ask for a forgotten punch to be put right: the day and whether it was the coming or the going.

The direct leader decides; then the human resources are told to enter it.

Example:
    张三> /补卡 11.20 下班 走得急忘了
    机器人→王强> [卡片] 张三 申请补卡 11月20日(周五)下班 RQ-20261122-001 原因：走得急忘了 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：补卡 11月20日(周五)下班。等 王强 审批。
"""

from bot.arguments.punches import Punch
from bot.arguments.reason import Reason
from bot.services.approvals.approvals import Approvals
from bot.services.attendance.fixing import file
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "补卡",
    aliases=("fix-punch", "bk", "补打卡", "补签", "补签卡"),
    whole=True,
    private=True,
    says=(
        "[…](忘记|忘了|忘)打[了]卡[…]",
        "[…](忘记|忘了|忘)打(上班|下班|早|晚)卡[…]",
        "[…](忘记|忘了|忘)(签到|签退)[…]",
        "[…](没有|没|漏)(签到|签退)[…]",
        "…(早上|上午|上班|下班|晚上|下午)[的时候|时|时候]打卡机(没反应|坏了|故障|失灵|死机|没电)[了][…]",
        "[…](没打上|忘打了|漏打了)",
        "[…](没有|没|漏|漏了|没能)(打上|打)卡[…]",
        "[…](没有|没|漏|漏了)打(上班|下班|早|晚)卡[…]",
        "[…]打卡(没打上|没成功|失败|漏了|忘了|忘记|补一下|补一个)[…]",
        "[…]卡(没打上|没打|忘打了|漏打了|忘了打)[…]",
        "[…](上班|下班|签到|签退)(漏打|忘打|没打)[了][…]",
        "[…](没打上|没打|没能打)(上班|下班|早|晚)卡[…]",
        "[…]缺卡[…]",
        "补[一下|个|一个|一次|一张|下|上|打]…卡[…]",
        "[…](帮我|麻烦|请|想|要|申请)补[一下|个|一个|一次|一张|下|上|打]…卡",
        "(帮|替|给)…补…卡",
        "[…](要|想|需要|申请|帮我)补[一下|个|一个|一次|一张|下|打]卡[…]",
    ),
    summary="忘了打卡，申请补上",
    writes=True,
)
async def fix_punch(ctx: Context, approvals: Approvals, date: Punch, reason: Reason | None = None) -> Reply:
    return await file(ctx, approvals, date.on, date.slot, reason.text if reason else "")
