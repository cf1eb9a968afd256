"""The reports that wait for whoever asks, each with its card; nobody sees those that aren't his.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /举报待办
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    机器人> 有 1 条举报要你处理。
"""

from bot.services.moderation.reports.listing import waiting
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("举报待办", aliases=("举报列表", "待处理举报"), summary="看要你处理的举报", private=True, hidden=True)
async def open_reports(ctx: Context) -> Reply:
    return Reply(await waiting(ctx), private=True)
