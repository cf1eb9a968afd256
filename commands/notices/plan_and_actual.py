"""What was to be posted in a month, beside what was: in time, late, not at all, unplanned; a picture and a table.

Each sees what he may see of the plan. Of notices that say when it happened, it says how many went out too late.

Example:
    郑群> /推送对照
    机器人> 11月没有排过也没有发过你能看的公告。
"""

from bot.arguments.report_days import ReportDays
from bot.services.notices.publishing.comparing import compare
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "推送对照",
    aliases=("plan-and-actual", "tsdz", "计划对照", "推送完成情况"),
    private=True,
    says=(
        "[看看|看一下]<上个月|这个月|本月|上月|上周|本周>[的](推送计划|公告计划)(完成|执行|落实)[得|的][怎么样|情况|如何]",
    ),
    summary="推送计划和实际对照，附图和表格",
)
async def plan_and_actual(ctx: Context, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await compare(ctx, period.first, period.last), private=True)
