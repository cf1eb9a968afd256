"""Add to a hazard what is known of it beside: by its reporter, or by anybody who has seen it.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    张三> /补充隐患 YH-20261122-001 里面还有水
    机器人→陈安> YH-20261122-001（3号车间：配电箱门坏了）有补充：里面还有水
    机器人> 已补充到 YH-20261122-001。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.services.safety.hazards.reporting import add_words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class More(Reason):
    wanted = "补充什么情况？一句话就行。"


@command("补充隐患", aliases=("隐患补充",), summary="给隐患补充情况", writes=True, hidden=True)
async def add_to_hazard(ctx: Context, id: HazardNumber, text: More) -> Reply:
    return await add_words(ctx, id.number, text.text)
