"""What was reported could not be proven, and why: its teller reads that; what proves it goes after 90 days.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /举报不成立 JB-20261122-001 群里翻过，没有这样的链接
    机器人> JB-20261122-001 记为未查实，说明会转给举报人；材料 90 天后删除。
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实过了，没有查实：群里翻过，没有这样的链接。…
"""

from bot.arguments.reason import Reason
from bot.arguments.report_numbers import ReportNumber
from bot.services.moderation.reports.deciding import dismiss
from bot.services.moderation.reports.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "举报不成立", aliases=("举报不属实",), summary="举报没有查实，写明为什么", writes=True, private=True, hidden=True
)
async def dismiss_report(ctx: Context, id: ReportNumber, reason: Reason) -> Reply:
    return Reply(await dismiss(ctx, await find(ctx, id.number), reason.text), private=True)
