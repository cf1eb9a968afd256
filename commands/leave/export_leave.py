"""All leaves of a month as a spreadsheet, for the human resources. Reasons and papers are not in it. Sick leave is
counted twice, within the month: calendar days for 医疗期 and working days for wages of illness.

The file comes in private. Each person in it can see that his leaves were exported, by whom and when.

Example:
    李娜> /导出请假 10月
    机器人> 2026-10 没有请假记录。换一个月份，例如：/导出请假 上个月
    张三> /导出请假
    机器人> 「导出请假」由人力资源、集团行政人事部使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.report_days import ReportDays
from bot.domain.data_views import What
from bot.domain.rights import LEAVE_OFFICE
from bot.services.attaching import attach_table
from bot.services.leave.seeing.exporting import TITLE, export
from bot.services.privacy.viewing import note_view
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "导出请假",
    aliases=("export-leave", "dcqj", "请假导出"),
    audience=LEAVE_OFFICE,
    private=True,
    says=(
        "(导出|下载)[一下]…[的](请假|休假|假期)(记录|明细|数据|统计|情况|台账)",
        "(导出|下载)[一下]…[的](请假表|休假表|请假台账)",
        "(导出|下载)[一下](请假|休假|假期)(记录|明细|数据|统计|情况|台账)",
        "[把|给我]…[的](请假|休假)(记录|明细|表|数据|统计|台账)(导出|导出来|导给我|发成表格)",
    ),
    summary="导出一个月的请假记录",
)
async def export_leave(ctx: Context, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    found = await export(ctx.store, ctx.company, ctx.now, period.first, period.last, reader=ctx.sender)
    label = period.period.replace("/", "至")
    if not found.rows:
        return Reply(f"{label} 没有请假记录。换一个月份，例如：/导出请假 上个月", private=True)
    for user in found.users:
        await note_view(ctx, user, What.EXPORT, why=label)
    plain = f"{label} 的请假记录，{len(found.rows)} 条。"
    await attach_table(ctx, f"请假-{label}", TITLE, found.header, found.rows, plain=plain)
    return Reply(
        f"{label} 的请假记录：{len(found.users)} 人 {len(found.rows)} 条，表格已发你。里面没有请假原因。", private=True
    )
