"""Trainings as a spreadsheet: a line for each person on each training of a month; or, with 学时 everybody's hours of a
year against what is wanted. Heads of departments get their own people.

Example:
    陈安> /导出培训 10月
    机器人> 2026-10 没有培训记录。换一个月份，例如：/导出培训 上个月
"""

from bot.arguments.report_days import ReportDays
from bot.arguments.training_details import Hours
from bot.domain.safety.training.audience import ORGANISERS, reach
from bot.services.attaching import attach_table
from bot.services.safety.training.exporting import HEADER, HOURS_HEADER, TITLE, details, hours_table
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "导出培训",
    aliases=("export-training", "dcpx", "培训导出"),
    audience=ORGANISERS,
    private=True,
    says=("(导出|下载)[一下]…[的]培训(记录|明细|台账|学时|档案)", "(导出|下载)[一下]培训(记录|明细|台账|学时|档案)"),
    summary="导出培训记录或学时",
)
async def export_training(ctx: Context, by_hours: Hours | None = None, *, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    whose = reach(ctx.sender, ctx.company)
    if by_hours:
        rows = await hours_table(ctx, period.last.year, whose)
        label = f"{period.last.year}年学时"
        await attach_table(ctx, f"培训-{label}", TITLE, HOURS_HEADER, rows, plain=f"{label}，{len(rows)} 人。")
        return Reply(f"{label}：{len(rows)} 人，表格已发你。要求的学时是公司设的，新员工和其他人不一样。", private=True)
    rows, label = await details(ctx, period.first, period.last, whose), period.period.replace("/", "至")
    if not rows:
        return Reply(f"{label} 没有培训记录。换一个月份，例如：/导出培训 上个月", private=True)
    await attach_table(ctx, f"培训-{label}", TITLE, HEADER, rows, plain=f"{label} 的培训记录，{len(rows)} 条。")
    return Reply(f"{label} 的培训记录 {len(rows)} 条，表格已发你。", private=True)
