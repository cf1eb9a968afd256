"""The figures of a month or of other days: found, closed in time, overdue, come back; a picture and a table, by area.

Places are counted, never people. For the safety officers, executives and whoever leads a department.

Example:
    陈安> /隐患报表 上月
    机器人→陈安> [图片] 隐患月报 2026年10月：发现 0 条，其中重大 0 条，重复 —；销号 0 条，按时 —；现在超期 0 条。
    机器人> 隐患月报 2026年10月：发现 0 条，其中重大 0 条，重复 —；销号 0 条，按时 —；现在超期 0 条。图已发你。
"""

from bot.arguments.report_days import ReportDays
from bot.domain.rights import Role
from bot.services.attaching import attach_picture, attach_table
from bot.services.safety.hazards.exporting import HEADER, TITLE, export
from bot.services.safety.hazards.showing import drawn_figures, figures_of
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

READERS = frozenset({Role.SAFETY_ADMIN, Role.EXECUTIVE, Role.DEPT_HEAD})


@command(
    "隐患报表",
    aliases=("hazard-figures", "yhbb", "隐患月报", "隐患统计", "导出隐患"),
    audience=READERS,
    private=True,
    says=(
        "[看看|看一下|看|发|要|给我|导出|出一下|出]…[的]隐患[的](报表|月报|统计|台账|汇总)",
        "[导出|下载|给我|发我]隐患(台账|汇总表|汇总|明细)",
    ),
    summary="隐患月报：图和表格",
)
async def hazard_figures(ctx: Context, period: ReportDays) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    rows = await figures_of(ctx, period.first, period.last)
    picture = drawn_figures(rows, period.first, period.last, ctx.now.date())
    stem = f"隐患-{period.period.replace('/', '至')}"
    await attach_picture(ctx, stem, picture.draw, plain=picture.plain)
    table = await export(ctx.store, ctx.company, ctx.now, period.first, period.last)
    if not table:
        return Reply(f"{picture.plain}图已发你。", private=True)
    plain = f"{picture.title}，{len(table)} 条明细。"
    await attach_table(ctx, stem, TITLE, HEADER, table, plain=plain)
    return Reply(f"{picture.plain}图和 {len(table)} 条明细已发你。", private=True)
