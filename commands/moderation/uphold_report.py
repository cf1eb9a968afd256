"""What was reported is so: a sanction in the name of whoever decides, through the same gate as any, or only a record.

Nothing that the teller wrote goes into the case.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    郑群> /举报成立 JB-20261122-001 警告 发赌博链接
    机器人→何苗> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人> JB-20261122-001 属实，已办结，结果会告诉举报人。WG-20261122-001 何苗 警告，…
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实属实，已按制度处理，怎么处理不便公开。谢谢你。…
"""

from bot.arguments.moderation import Charged
from bot.arguments.reason import Reason
from bot.arguments.report_numbers import ReportNumber
from bot.arguments.report_outcomes import WhatFollows
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.reports.deciding import uphold
from bot.services.moderation.reports.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("举报成立", aliases=("举报属实",), summary="举报属实，写明怎么处理", writes=True, private=True, hidden=True)
async def uphold_report(
    ctx: Context,
    approvals: Approvals,
    id: ReportNumber,
    measure: WhatFollows,
    target: Charged | None = None,
    reason: Reason | None = None,
) -> Reply:
    report, whom = await find(ctx, id.number), target.person if target else None
    words = await uphold(ctx, approvals, report, measure.follows, reason.text if reason else "", whom)
    return Reply(words, private=True)
