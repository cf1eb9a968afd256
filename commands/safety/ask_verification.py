"""Say that a hazard is put right, with a photo of how it is now: somebody else looks at it.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /整改 YH-20261122-001 王强 11月27日前 换新门
    机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
    机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实还缺：资金、预案。
    王强> /申请验收 YH-20261122-001
    机器人> YH-20261122-001 还没有整改后的照片。先把照片私聊发给我，再申请验收。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.services.safety.hazards.fixing import ask_verification
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "申请验收",
    aliases=("整改完成", "隐患验收申请"),
    says=(
        "<YH>…[已经|已](整改好了|整改完了|改好了|修好了|处理好了|弄好了|换好了|整改完成)[了]",
        "<YH>…[已经|已|都](弄|搞|换|修|改|整改|处理|做|清理|拆|装)(好了|完了|完成了|完毕)[，][请|麻烦|可以|能|帮忙][来个人|来人|派人|派个人|找人|安排人|安排][来]验收[一下|了|吧]",
    ),
    summary="整改好了，请人验收",
    writes=True,
    hidden=True,
)
async def ask_to_verify(ctx: Context, id: HazardNumber) -> Reply:
    return Reply(await ask_verification(ctx, await find(ctx, id.number)), private=True)
