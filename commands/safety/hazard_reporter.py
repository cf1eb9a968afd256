"""Who reported a hazard, for a safety officer with a reason.

If he wanted not to be named, the look is written down, and he is told who looked and what for.

Example:
    陈安> /隐患报告人 YH-20261122-001 现场位置不清楚，要当面问
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.services.safety.hazards.hidden import reporters_of
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "隐患报告人",
    aliases=("hazard-reporter", "yhbgr"),
    audience=frozenset({Role.SAFETY_ADMIN}),
    private=True,
    writes=True,
    summary="看隐患是谁报的，会记下并告知本人",
)
async def hazard_reporter(ctx: Context, id: HazardNumber, why: Reason) -> Reply:
    return Reply(await reporters_of(ctx, await find(ctx, id.number), why.text), private=True)
