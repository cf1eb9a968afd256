"""Have overtime recognised: on rest days it becomes time off in lieu, on others it has to be paid and is recorded.

劳动法 art. 44; more than 36 hours a month are shown to whoever decides (art. 41). The hours count once they are worked.

Example:
    张三> /加班 11.21 9:00-12:00 盘点
    机器人→王强> [卡片] 张三 申请加班 11月21日(周六) 09:00至12:00，3 小时，批准后计入调休 RQ-20261122-001 …
    机器人> 已提交 RQ-20261122-001：加班 11月21日(周六) 09:00至12:00，3 小时，批准后计入调休。等 王强 审批。
    王强> 按 [同意]
    机器人→张三> RQ-20261122-001 加班 11月21日(周六) 09:00至12:00，3 小时，批准后计入调休：已同意（王强，10:00）。…
    机器人> [卡片] …
"""

from bot.arguments.overtime_times import OvertimeTime
from bot.arguments.reason import Reason
from bot.services.approvals.approvals import Approvals
from bot.services.leave.ledgers.overtime import ask
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "加班",
    aliases=("overtime", "jb", "登记加班", "申请加班", "加班申请"),
    says=(
        "[我]…加[了]班[了]…<小时|个小时|钟头>",
        "[我]加[了]班[了]…<小时|个小时|钟头>",
        "[我]…加班[了]从…<点|点半|分>",
        "[我]…加班[了]…<点|点半>",
        "[我][要|想|想要]…(申请|登记|提交|报)[一下|个|一个]加班[…]",
        "[我][要|想|想要](申请|登记|提交|报)[一下|个|一个]…[的]加班",
        "[我][要|想|想要](申请|登记|提交|报)[一下|个|一个]加班…",
        "[我][要|想|想要|需要](申请|登记|提交|报)[一下|个|一个]加班",
        "[我|我们]…<上午|下午|全天|一整天|一天>[我|要|得|需要|在公司|来公司|去公司]加班[了]",
        "[我]…加[了]…<个小时|小时|个钟头|钟头>[的]班[了]",
    ),
    summary="登记加班，休息日的计入调休",
    writes=True,
    private=True,
)
async def ask_overtime(ctx: Context, approvals: Approvals, date: OvertimeTime, reason: Reason | None = None) -> Reply:
    return Reply(await ask(ctx, approvals, date.overtime, reason.text if reason else ""), private=True)
