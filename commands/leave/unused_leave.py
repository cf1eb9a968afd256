"""A table of what nobody took of a year's leave, of what lapsed and has to be paid, and who answered what; for HR.

Example:
    李娜> /未休年假
    机器人→李娜> [文件 未休假期 2026.xlsx] 2026年没休的年假和调休，…
    机器人> 2026年没休的：年假 110 天，明细在表里。…
"""

from bot.arguments.leave_years import LeaveYear
from bot.domain.rights import LEAVE_OFFICE
from bot.services.leave.ledgers.hr_lists import list_unused
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "未休年假",
    aliases=("unused-leave", "wxnj", "未休假期"),
    summary="导出没休的年假和调休",
    audience=LEAVE_OFFICE,
    private=True,
    instead="自己的发 /假期余额 看。",
)
async def unused_leave(ctx: Context, year: LeaveYear | None = None) -> Reply:
    return Reply(await list_unused(ctx, year.year if year else ctx.now.year), private=True)
