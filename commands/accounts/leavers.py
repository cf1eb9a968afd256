"""Who leaves, until when, and how far that is: for human resources and the administrators.

Example:
    李娜> /离职 @何苗 11月30日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] LZ-20261122-001 …
    李娜> /离职列表
    机器人> 正在办离职的 1 位：
    LZ-20261122-001 何苗，最后工作日 11月30日(周一)，办理中，5 项没办
"""

from bot.domain.accounts.leaving import OPENERS
from bot.domain.dates import day_seen
from bot.domain.wording import shown
from bot.services.accounts.leaving.left_over import checklist
from bot.services.accounts.leaving.telling import insiders
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 20


@command(
    "离职列表",
    aliases=("离职待办", "离职清单"),
    says=("[最近|现在](谁|有谁|哪些人)[正在|在]办离职", "[最近|现在]有人(在办|要)离职吗"),
    summary="看正在办的离职",
    audience=OPENERS,
    private=True,
    hidden=True,
)
async def leavers(ctx: Context) -> Reply:
    mine = [
        each
        for each in await ctx.store.leavings.open_ones(ctx.now)
        if ctx.sender.user_id in insiders(each, ctx.company)
    ]
    if not mine:
        return Reply("现在没有正在办的离职。要登记，发「/离职 @同事 最后工作日」。", private=True)
    lines = [f"正在办离职的 {len(mine)} 位："]
    for each in mine[:MOST]:
        todo = sum(not line.done for line in await checklist(ctx, each))
        name, day = shown(ctx.company.name_of(each.user)), day_seen(each.last_day, ctx.now.date())
        lines.append(f"{each.number} {name}，最后工作日 {day}，{each.state}，{todo} 项没办")
    if len(mine) > MOST:
        lines.append(f"……另有 {len(mine) - MOST} 位。")
    return Reply("\n".join(lines), private=True)
