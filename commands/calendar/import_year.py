"""Take on a year's days off: paste the State Council's notice with its address, or JSON; a second person agrees.

What was read is shown as lines and as a picture to both of them, with what it changes. Once agreed, everybody counts by
it, and leaves that were asked for before are counted again.

Example:
    李娜> /导入放假 https://www.gov.cn/example.htm
    关于2027年部分节假日安排的通知
    一、元旦：1月1日（周五）至3日（周日）放假，共2天。
    机器人> 元旦写着共2天，我读出来 3 天。请核对原文。
"""

from bot.arguments.year_tables import PastedYear
from bot.domain.rights import CALENDAR_KEEPERS
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.calendar.importing import KIND, hand_in, shown
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    KIND,
    aliases=("import-year", "drfj", "导入放假通知", "导入放假安排", "导入节假日"),
    summary="导入一年的放假通知，两人核对",
    audience=CALENDAR_KEEPERS,
    instead="请找人力资源。",
    writes=True,
    private=True,
)
async def import_year(ctx: Context, approvals: Approvals, year: PastedYear) -> Reply:
    request = await hand_in(ctx, approvals, year.table)
    read = shown(year.table, ctx.company.pace.calendar)
    sentence = (
        f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 核对后同意，之后才算数。"
    )
    return Reply(f"{sentence}\n{read}", private=True)
