"""Somebody leaves the company: a list of what is passed on and given back, and the end of his account (S42, S53).

Human resources and the administrators see it and tick it; lines that the bot can look at (groups, approvals, hazards)
tick themselves. When the last day ends the account is disabled, by the bot where it may, else by an administrator who
is asked to; it is deleted only after the retention, when a human says so. Said again with another day, it is moved. Why
somebody leaves is never asked, and nothing of it is said in a group.

Example:
    李娜> /离职 @何苗 11月30日
    机器人→周敏> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日 11月30日(周一)，账号当天下班后停用。…
    机器人→吴管> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日 11月30日(周一)，账号当天下班后停用。…
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日 11月30日(周一)，账号当天下班后停用。…
    李娜> 选 [工作交接] 按 [办好了]
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 已记下：工作交接。…
    李娜> 按 [撤回离职]
    机器人→周敏> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人→吴管> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 LZ-20261122-001 已撤回，账号照常用。
"""

from bot.arguments.leavers import LastDay, Leaver, tells_of_leaving
from bot.domain.accounts.leaving import OPENERS
from bot.services.accounts.leaving.opening import ensure_may_open, open_or_move
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, target: Leaver, last_day: LastDay | None = None) -> None:
    if scene.sender:
        ensure_may_open(scene.sender, target.person, scene.company)


@command(
    "离职",
    aliases=("lz", "offboard", "办离职", "离职办理", "登记离职"),
    says=(
        "[请|麻烦|帮我|帮忙][给|为|帮]…(办|办理|办一下|登记|登记一下|走)[一下]离职[手续|流程]…",
        "[请|麻烦|帮我|帮忙][给|为|帮]…(办|办理|办一下|登记|登记一下|走)[一下]离职[手续|流程]",
        "…(要走了|不干了|辞职了|要辞职|提离职了|准备走了)[，][他|她][最后](上班|上|干|做)到…",
        "…(要走了|不干了|辞职了|要辞职|提离职了|准备走了)[，][他|她](最后一天|最后工作日|最后)[是]…",
        "…(要|准备|将|将要|就要|正式)离职[了]",
        "[请|麻烦|帮我|帮忙](办|办理|办一下|登记|登记一下)…[的]离职[手续]",
    ),
    summary="登记同事离职，到点停用账号",
    audience=OPENERS,
    writes=True,
    private=True,
    rules=_rules,
    recognises=tells_of_leaving,
    instead="离职由人力资源登记。自己要离职，请直接和人力资源谈。",
)
async def leave_company(ctx: Context, target: Leaver, last_day: LastDay) -> Reply:
    return Reply(await open_or_move(ctx, target.person, last_day.day), private=True)
