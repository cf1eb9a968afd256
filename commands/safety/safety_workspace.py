"""The safety officer's desk: what waits in each room of safety, and buttons for the lists and pictures behind it.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> …
    机器人> …
    陈安> /安全工作台
    机器人> [卡片] 安全工作台 11月22日(周日) · 隐患：待核实 1 条，共 1 条没销号。…
"""

from bot.services.safety.workspace.showing import READERS, workspace
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "安全工作台",
    aliases=("safety-workspace", "aqgzt", "安全台"),
    audience=READERS,
    private=True,
    says=(
        "(今天|现在)[我]<安全上|安全这边>[还][有](什么|哪些)[事|要办的|要办|没办的|没办]",
        "(打开|看看|看一下)[我的]安全工作台",
    ),
    summary="安全管理员今天要办的，一张卡片",
)
async def safety_workspace(ctx: Context) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await workspace(ctx), private=True)
