"""Hand a report on to the management group: where it goes beyond a group, or a sanction is theirs to impose.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /转交举报 JB-20261122-001
    机器人> JB-20261122-001 已转给管理小组。
    ⏰ 2026-11-22 10:00
    机器人→王强> [卡片] 举报待受理 JB-20261122-001 …
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 …
    机器人→张三> 你反映的 JB-20261122-001：转给了管理小组处理。
"""

from bot.arguments.report_numbers import ReportNumber
from bot.services.moderation.reports.deciding import pass_on
from bot.services.moderation.reports.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("转交举报", summary="把举报转给管理小组", writes=True, private=True, hidden=True)
async def pass_report(ctx: Context, id: ReportNumber) -> Reply:
    return Reply(await pass_on(ctx, await find(ctx, id.number)), private=True)
