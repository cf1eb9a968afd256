"""How the bot itself stands: what waits, and what was set aside, to try again or let go. For whoever administers WeCom.

Example:
    吴管> /系统
    机器人> [卡片] 系统 收到还没处理的 0 条。要发还没发出的 0 条。没有待处理的消息。审计记录都入了链。还没有备份过。
    吴管> /系统 重试 p34
    机器人> 没有待处理的 p34。发 /系统 待处理 看有哪些。
    吴管> /系统 放下 p34
    机器人> 没有待处理的 p34。发 /系统 待处理 看有哪些。
    张三> /系统
    机器人> 「系统」由企业微信管理员使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.system_wishes import SystemWish
from bot.domain.rights import Role
from bot.services.upkeep.system import System
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "系统",
    aliases=("system", "系统状态"),
    says=(
        "(机器人|群务|系统)(还好吗|正常吗|运行得怎么样|运行的怎么样|状态怎么样|状态如何)",
        "有没有(没办成|没发出去|没送到)的消息",
    ),
    summary="看机器人自己的情况，重试或放下没办成的",
    audience=frozenset({Role.WECOM_ADMIN}),
    writes=True,
    private=True,
)
async def system(ctx: Context, here: System, do: SystemWish | None = None) -> Reply:
    if do is None:
        return Reply(await here.card(ctx), private=True)
    if do.again:
        return Reply(await here.again(ctx, do.again), private=True)
    if do.let_go:
        done = here.let_go(ctx, do.let_go) if do.sure else here.asked_first(ctx, do.let_go)
        return Reply(await done, private=True)
    return Reply(await here.list(ctx), private=True)
