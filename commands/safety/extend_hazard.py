"""Ask for more time to put a hazard right, with what keeps people safe meanwhile. A safety officer decides.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /整改 YH-20261122-001 王强 11月27日前 换新门
    机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
    机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实还缺：资金、预案。
    王强> /整改延期 YH-20261122-001 12月4日 等配件 期间断电挂牌
    机器人→陈安> [卡片] 王强 申请整改延期：YH-20261122-001 到12月4日(周五)…
    机器人> 已提交 RQ-20261122-001：整改延期：YH-20261122-001 到12月4日(周五)。等 陈安 审批，批准前还按原期限。
"""

from bot.arguments.hazard_extensions import Longer
from bot.arguments.hazard_numbers import HazardNumber
from bot.services.approvals.approvals import Approvals
from bot.services.safety.hazards.extending import ask_longer
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "整改延期",
    aliases=("隐患延期", "申请延期"),
    says=(
        "<YH>…[能不能|可不可以|能否|可以|能|想|申请|要|需要|请求](延期|延长|延后|推迟|宽限)[到|至]…[吗|吧|行吗|可以吗]",
    ),
    summary="申请整改延期",
    writes=True,
    hidden=True,
)
async def extend_hazard(ctx: Context, approvals: Approvals, id: HazardNumber, longer: Longer) -> Reply:
    hazard = await find(ctx, id.number)
    return Reply(await ask_longer(ctx, approvals, hazard, longer.day, longer.why, longer.interim), private=True)
