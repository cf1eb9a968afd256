"""Say that what was reported is no hazard, and why: its reporter is told in these words.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /不属实 YH-20261122-001 现场看过，箱门关着，线是断电的旧线
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：安全管理员看过了，没有定为隐患：现场看过…
    机器人> YH-20261122-001 记为不属实，说明已转给报告人。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.services.safety.hazards.deciding import not_so
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "不属实",
    aliases=("隐患不属实",),
    summary="说明报来的不是隐患",
    audience=frozenset({Role.SAFETY_ADMIN, Role.WECOM_ADMIN, Role.HR}),
    writes=True,
    hidden=True,
)
async def unfounded_hazard(ctx: Context, id: HazardNumber, reason: Reason) -> Reply:
    return Reply(await not_so(ctx, await find(ctx, id.number), reason.text), private=True)
