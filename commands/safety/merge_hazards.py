"""Two reports of one hazard: the first number is merged into the second. Both reporters are credited, and told.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    李四> /隐患 三号车间配电箱线露出来了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-002 配电箱线露出来了…
    机器人> [卡片] 已登记 YH-20261122-002 三号车间：配电箱线露出来了（电气）…
    陈安> /合并隐患 YH-20261122-002 YH-20261122-001
    机器人→李四> 你报的 YH-20261122-002（三号车间：配电箱线露出来了）：和 YH-20261122-001 是同一个，已合并…
    机器人> YH-20261122-002 已合并到 YH-20261122-001，两边报告人都记上了。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.services.safety.hazards.deciding import merge
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("合并隐患", aliases=("隐患合并",), summary="把重复的隐患合并", writes=True, hidden=True)
async def merge_hazards(ctx: Context, id: HazardNumber, into: HazardNumber) -> Reply:
    return Reply(await merge(ctx, await find(ctx, id.number), await find(ctx, into.number)), private=True)
