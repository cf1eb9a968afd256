"""Begin to look into a report; its teller hears that somebody has begun.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /受理举报 JB-20261122-001
    机器人> [卡片] 举报处理中 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：已经有人在处理。有要问的会通过我问你。
"""

from bot.arguments.report_numbers import ReportNumber
from bot.services.moderation.reports.deciding import take
from bot.services.moderation.reports.listing import card
from bot.services.moderation.reports.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("受理举报", aliases=("接手举报",), summary="开始处理一条举报", writes=True, private=True, hidden=True)
async def take_report(ctx: Context, id: ReportNumber) -> Reply:
    report = await take(ctx, await find(ctx, id.number))
    return Reply(await card(ctx, report), private=True)
