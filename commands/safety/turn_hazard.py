"""A hazard has become an accident: that is opened at once, and those in charge are called.

Anybody may say so. The hazard itself goes over to the accident where a safety officer says it, or who told of it.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /转事故 YH-20261122-001
    机器人→吴管> [卡片] 其他 SG-20261122-001 3号车间 配电箱门坏了…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已按事故 SG-20261122-001 处理…
    机器人> YH-20261122-001 已转为事故 SG-20261122-001。…
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.domain.rights import EVERYBODY
from bot.services.safety.emergencies.reports import Accidents
from bot.services.safety.hazards.deciding import turn
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "转事故",
    aliases=("隐患转事故",),
    summary="隐患出了事，转为事故",
    audience=EVERYBODY,
    writes=True,
    hidden=True,
    at_once=True,
)
async def turn_hazard(ctx: Context, accidents: Accidents, id: HazardNumber, reason: Reason | None = None) -> Reply:
    return Reply(await turn(ctx, await find(ctx, id.number), accidents, reason.text if reason else ""), private=True)
