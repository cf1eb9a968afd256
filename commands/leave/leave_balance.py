"""How much of each kind of leave with a balance I have this year: what is left, what waits, what is used.

Example:
    张三> /假期余额
    机器人> 2026年的假期余额：…
"""

from collections.abc import Iterator

from bot.arguments.leave_kinds import NamedKind
from bot.services.leave.balances import Balance, balances
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

UNKNOWN = "没有登记，请问人力资源"


@command(
    "假期余额",
    aliases=("leave-balance", "jqye"),
    whole=True,
    private=True,
    says=(
        "[我][今年](还有|还剩|剩|还能休|还能请|有)[下](几天|多少天|多少|几个小时|多少小时)[的]…[可以休|可休|没休|可以用]",
        "[我][的][今年的]…(还有|还剩|剩|有)(几天|多少天|多少|几个小时|多少小时)[可以休|可休|没休|可以用]",
        "[我][今年](能|可以|还能)(休|请)(几天|多少天|多少)…",
        "(查|看|查询|查看|查一下|看一下|看看|查查)[我的|我][的]…余额",
        "[我的|我](年假|病假|调休|假期|年休假)[的](余额|剩余|剩多少|还有吗|天数|剩余天数)",
        "[我的](年假|调休)[还](够不够|够吗)",
        "(查|查查|查一下|看看|看一下|查询)[我的|我](年假|调休|假期)",
        "我的(年假|调休|年休假)",
    ),
    summary="看我还有多少假",
)
async def leave_balance(ctx: Context, type: NamedKind | None = None) -> Reply:
    year = ctx.now.year
    if type and not type.kind.has_balance:
        return Reply(
            f"{type.kind.name}不设余额，按每次的申请来定。发 /请假 {type.kind.name} 加上日期就可以请。", private=True
        )
    found = await balances(ctx, ctx.sender.user_id, year)
    lines = list(_lines([each for each in found if type is None or each.kind == type.kind]))
    return Reply("\n".join([f"{year}年的假期余额：", *lines]), private=True)


def _lines(found: list[Balance]) -> Iterator[str]:
    for each in found:
        said, tally = each.kind.counting.said, each.tally
        if tally is None:
            yield f"{each.kind.name}：{UNKNOWN}。"
            continue
        held = f"，待审批和未开始的占 {said(tally.held)}" if tally.held else ""
        yield f"{each.kind.name}：还能用 {said(tally.left)}{held}，已休 {said(tally.used)}。"
