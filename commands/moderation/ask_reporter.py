"""Ask whoever told of something, by way of the bot: who it is stays unseen, and the answer comes the same way.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /追问举报 JB-20261122-001 链接是什么时候发的
    机器人> 已转给 JB-20261122-001 的举报人，回答我会转给你。
    ⏰ 2026-11-22 10:00
    机器人→张三> [卡片] JB-20261122-001 处理人想问你 …
    张三> 按 [回答]
    机器人> [卡片] 补充 JB-20261122-001 …
    张三> 昨天晚上九点多
    机器人> 已转给处理 JB-20261122-001 的人，没有写你的名字。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 举报人补充：昨天晚上九点多
"""

from bot.arguments.report_numbers import ReportNumber
from bot.arguments.reports import Asked
from bot.services.moderation.reports.relaying import ask
from bot.services.moderation.reports.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("追问举报", aliases=("问举报人",), summary="通过我问举报人", writes=True, private=True, hidden=True)
async def ask_reporter(ctx: Context, id: ReportNumber, text: Asked) -> Reply:
    return Reply(await ask(ctx, await find(ctx, id.number), text.text), private=True)
