"""Take back one's own report, as long as nobody has begun with it.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    张三> /撤回举报 JB-20261122-001
    机器人> JB-20261122-001 已撤回。以后要说随时再发 /举报。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 已由举报人撤回，不用办了。
"""

from bot.arguments.report_numbers import ReportNumber
from bot.services.moderation.reports.relaying import withdraw
from bot.services.moderation.reports.telling import find_own
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("撤回举报", summary="撤回还没有受理的举报", writes=True, private=True, hidden=True)
async def withdraw_report(ctx: Context, id: ReportNumber) -> Reply:
    return Reply(await withdraw(ctx, await find_own(ctx, id.number)), private=True)
