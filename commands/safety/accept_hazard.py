"""Say that a hazard has reached whom it was given to.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /整改 YH-20261122-001 王强 11月27日前 换新门
    机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
    机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实还缺：资金、预案。
    王强> /接单 YH-20261122-001
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：王强已接单，开始整改。
    机器人> YH-20261122-001 已接单，11月27日(周五)前整改完。整改好了先发照片，再申请验收。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.services.safety.hazards.fixing import accept
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("接单", aliases=("隐患接单",), summary="收到派给我的隐患", writes=True, hidden=True)
async def accept_hazard(ctx: Context, id: HazardNumber) -> Reply:
    return Reply(await accept(ctx, await find(ctx, id.number)), private=True)
