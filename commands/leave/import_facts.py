"""Take over from a table what leave depends on, of many people at once; shown first, and registered after a yes.

A .xlsx or .csv is sent to the bot in private just as it is; a short table may be pasted here. Columns are found by
their names: 姓名、账号、工号，then any of 参加工作日期、入职日期、子女出生日期、年假天数、上年结转、年假已休、依据。

Example:
    李娜> /导入假期资料
    姓名，参加工作日期，上年结转，依据
    张三，2010-07-01，2，社保记录
    路人甲，2015-03-01，，
    机器人→李娜> 第 2 行 张三 参加工作日期：2010年7月1日（社保记录）
    第 2 行 张三 2026年年假结转：2 天（社保记录）
    第 3 行，通讯录里没有「路人甲」
    机器人> [卡片] 导入假期资料：1 人 2 项 新增 2 项，改动 0 项，相同 0 项，读不懂 1 行。…
    李娜> 按 [确认导入]
    机器人→张三> 人力资源更新了你的假期资料：2026年年假由 5 天改为 12 天。…
    机器人> [卡片] 导入假期资料：已登记 登记了 1 人 2 项。1 人的余额变了，已私下告诉本人。读不懂的 1 行没有导入。
"""

from bot.arguments.pasted_tables import PastedTable
from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.services.leave.facts.facts_import import offered
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

COLUMNS = (
    "第一行要有「姓名」或「账号」，再加上要登记的列，例如：参加工作日期、入职日期、子女出生日期、年假天数、上年结转。"
)


@command(
    "导入假期资料",
    aliases=("import-leave-facts", "drjqzl"),
    audience=LEAVE_OFFICE,
    private=True,
    writes=True,
    summary="用表格登记大家的工龄等资料",
)
async def import_facts(ctx: Context, table: PastedTable) -> Reply:
    file = await ctx.store.files.keep(table.content, at=ctx.now)
    reply = await offered(ctx, table.rows, file)
    if reply is None:
        raise UserError(Code.UNSUPPORTED, f"没有找到列名。{COLUMNS}")
    return reply
