"""Accidents of a month as a spreadsheet: numbers, grades, when each was reported to whom, how far it is. No names.

Example:
    陈安> /导出事故 10月
    机器人> 2026-10 没有事故记录。换一个月份，例如：/导出事故 上个月
    张三> /导出事故
    机器人> 「导出事故」由集团高管、人力资源、部门负责人、安全管理员、总裁办使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.report_days import ReportDays
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.attaching import attach_table
from bot.services.safety.accidents.exporting import HEADER, TITLE, export
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "导出事故",
    aliases=("export-accidents", "dcsg", "事故导出"),
    audience=ACCIDENT_KEEPERS,
    private=True,
    summary="导出一个月的事故记录",
)
async def export_accidents(ctx: Context, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    reader = ctx.sender.user_id
    rows = await export(ctx.store, ctx.company, ctx.now, period.first, period.last, reader=reader)
    label = period.period.replace("/", "至")
    if not rows:
        return Reply(f"{label} 没有事故记录。换一个月份，例如：/导出事故 上个月", private=True)
    plain = f"{label} 的事故记录，{len(rows)} 起。"
    await attach_table(ctx, f"事故-{label}", TITLE, HEADER, rows, plain=plain)
    return Reply(f"{plain}表格已发你，里面没有伤亡者的姓名。", private=True)
