"""What was inspected in a month or other days, by area: planned and done in time, how much was wrong; with a table.

Example:
    陈安> /检查记录
    机器人> 2026-11 没有检查记录。现在就查发 /检查 3号车间 消防，定期查发 /检查计划。
"""

from bot.arguments.report_days import ReportDays
from bot.domain.rights import Role
from bot.services.attaching import attach_table
from bot.services.safety.inspections.figures import HEADER, TITLE, by_area, rounds_of, rows
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

READERS = frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD, Role.EXECUTIVE})


@command(
    "检查记录",
    aliases=("inspections", "jcjl", "检查台账", "检查统计", "导出检查"),
    audience=READERS,
    private=True,
    says=(
        "[看一下|查一下|看看]<上个月|上月|本月|这个月|今年|去年|上周|本周|这周>[的][安全](检查记录|检查情况|检查台账)[怎么样]",
        "<上个月|上月|本月|这个月|今年|去年|上周|本周|这周>[我们|一共|总共][安全]检查[做]了(几次|多少次|多少)",
    ),
    summary="检查做了多少、不合格多少，附表格",
)
async def inspection_records(ctx: Context, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    label = period.period.replace("/", "至")
    rounds = await rounds_of(ctx, period.first, period.last)
    if not rounds:
        return Reply(f"{label} 没有检查记录。现在就查发 /检查 3号车间 消防，定期查发 /检查计划。", private=True)
    lines = [each.said for each in by_area(rounds, ctx.now)]
    table = list(rows(rounds, ctx.company, ctx.now))
    await attach_table(ctx, f"检查-{label}", TITLE, HEADER, table, plain=f"{label} 的检查记录，{len(table)} 条。")
    return Reply("\n".join([f"{label} 的检查，{len(table)} 条明细已发你：", *lines]), private=True)
