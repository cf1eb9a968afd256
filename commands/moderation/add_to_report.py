"""Say more to one's own report, or answer what was asked; it goes on without a name.

Without a number it is the newest that is still open.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    张三> /补充举报 JB-20261122-001 今天上午又发了两次
    机器人> 已转给处理 JB-20261122-001 的人，没有写你的名字。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 举报人补充：今天上午又发了两次
"""

from bot.arguments.report_numbers import ReportNumber
from bot.arguments.reports import More
from bot.services.moderation.reports.relaying import add
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "补充举报",
    aliases=("回复举报", "举报补充"),
    summary="给自己的举报补充情况，不显示是谁",
    writes=True,
    private=True,
    hidden=True,
)
async def add_to_report(ctx: Context, id: ReportNumber | None = None, *, text: More) -> Reply:
    return Reply(await add(ctx, id.number if id else None, text.text), private=True)
