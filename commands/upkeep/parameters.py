"""What can be changed of the configuration in chat: look at it, propose another value, take a change back.

A change is checked with the whole configuration before anybody is asked, needs a leader's yes (D18§4), and then holds
at once; the few that wait for a restart say so. Secrets, addresses and keys are changed in the file alone.

Example:
    吴管> /参数 静默开始 22:00
    机器人→钱卫东> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 …
    机器人→孙丽> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 …
    机器人→赵国强> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 …
    机器人> 已提交 PZ-20261122-001：「静默开始」从 21:00 改成 22:00。等 钱卫东 或 孙丽 或 赵国强 同意，同意了才生效。
    张三> /参数
    机器人> 「参数」由集团高管、管理小组、企业微信管理员、总裁办、企业微信管理部门使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.parameters import ParameterWish
from bot.domain.rights import SETTERS, SIGNERS
from bot.services.approvals.approvals import Approvals
from bot.services.upkeep.changing import take_back, want
from bot.services.upkeep.parameters import about, log, of_area, overview
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "参数",
    aliases=("parameters", "cs", "改参数", "功能参数", "参数设置"),
    summary="看和改机器人的参数，领导同意后生效",
    audience=SETTERS | SIGNERS,
    private=True,
)
async def change_parameters(ctx: Context, approvals: Approvals, wish: ParameterWish | None = None) -> Reply:
    if wish is None:
        return Reply(await overview(ctx), private=True)
    return Reply(await _answer(ctx, approvals, wish), private=True)


async def _answer(ctx: Context, approvals: Approvals, wish: ParameterWish) -> str:
    if wish.undo:
        return await take_back(ctx, approvals, wish.undo)
    if wish.parameter and wish.sets:
        return await want(ctx, approvals, wish.parameter, wish.value, setting_up=False)
    if wish.parameter:
        return about(wish.parameter, ctx.company)
    return of_area(ctx.company, wish.area) if wish.area else await log(ctx)
