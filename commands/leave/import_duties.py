"""Take over a month's roster from a table: who works when, for people whom the public calendar doesn't rule.

A .xlsx is sent to the bot in private just as it is, or a short table is pasted here: people down, days across, in each
cell a shift (白、夜), its hours (20:00-08:00) or 休。What the words mean is in the configuration, or beside the table.

Example:
    李娜> /导入排班
    2026年12月 夜 20:00-08:00
    姓名 1 2 3 4 5 6
    李四 夜 夜 休 休 08:00-17:00 休
    机器人> [卡片] 导入排班：2026年12月 1 人 有变化的 1 人，没写的 25 格按日历算，读不懂 0 行。…
    李娜> 按 [确认导入]
    机器人> [卡片] 导入排班：已导入 2026年12月 1 人的排班已更新，受影响的请假正在重算，有变化的会私聊本人。
"""

from bot.arguments.pasted_tables import PastedTable
from bot.domain.rights import LEAVE_OFFICE, Role
from bot.errors import Code, UserError
from bot.services.leave.working_time.duties_import import offered
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

FORM = "第一行写月份，例如：2026年12月；下一行是姓名和 1 到 31 日；再往下每人一行，写 白、夜、休 或 08:00-17:00。"


@command(
    "导入排班",
    aliases=("import-roster", "drpb", "排班表"),
    audience=LEAVE_OFFICE | {Role.DEPT_HEAD},
    private=True,
    writes=True,
    summary="用表格导入一个月的排班",
)
async def import_duties(ctx: Context, table: PastedTable) -> Reply:
    file = await ctx.store.files.keep(table.content, at=ctx.now)
    reply = await offered(ctx, table.rows, file)
    if reply is None:
        raise UserError(Code.UNSUPPORTED, f"没有看出排班表。{FORM}")
    return reply
