"""The drills of a year, with a table; and what the law wants that was not done yet.

Example:
    陈安> /演练记录
    机器人> 2026年没有演练。
    2026年的综合或专项演练还没有安排，2026年12月31日(周四)前要做（预案管理办法第33条，每年至少一次）。
    …
"""

from bot.arguments.drills import YearSaid
from bot.domain.rights import Role
from bot.services.attaching import attach_table
from bot.services.safety.drills.showing import HEADER, TITLE, lacking, lines, listed, rows
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

READERS = frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD, Role.EXECUTIVE})


@command(
    "演练记录",
    aliases=("drills", "yljl", "演练台账", "导出演练"),
    audience=READERS,
    private=True,
    says=(
        "<今年|去年>[我们|公司][都|还][做过|搞过|做了|搞了|差|缺](哪些|几次|什么|多少次)[应急]演练",
        "[看一下|查一下|看看]<今年|去年>[的][应急](演练记录|演练情况|演练台账)[怎么样]",
    ),
    summary="一年的演练和还缺的，附表格",
)
async def drill_records(ctx: Context, year: YearSaid) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    drills = await listed(ctx, year.year)
    lacks = await lacking(ctx) if year.year == ctx.now.year else ()
    if not drills:
        return Reply("\n".join([f"{year.year}年没有演练。", *lacks]), private=True)
    table = rows(drills, ctx.company)
    await attach_table(ctx, f"演练-{year.year}", TITLE, HEADER, table, plain=f"{year.year}年的演练，{len(table)} 次。")
    return Reply(
        "\n".join([f"{year.year}年的演练 {len(table)} 次，表格已发你：", *lines(drills, ctx.now), *lacks]), private=True
    )
