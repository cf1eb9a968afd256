"""One's own reports and how they stand.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    张三> /我的举报
    机器人> 你的举报：
    · JB-20261122-001 黄赌毒和暴力，待受理
"""

from bot.services.moderation.reports.listing import own
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的举报",
    aliases=("举报进度", "举报结果"),
    says=(
        "[帮我][看看|看一下|查一下|查]我[的]举报[有|的](进展|结果|进度)[了|吗|没有|了吗|了没|了没有]",
        "[帮我][看看|看一下|查一下|查]我[的]举报(怎么样|到哪一步|到哪步|处理得怎么样)[了|了吗|啦]",
        "我举报的[事|事情|那件事](怎么样|处理|有结果|办得怎么样|有没有结果)[了|了吗|吗|了没]",
    ),
    summary="看自己的举报办到哪一步",
    private=True,
)
async def my_reports(ctx: Context) -> Reply:
    return Reply(await own(ctx), private=True)
