"""A hazard that was closed has come back: it goes to the same owner again, with a new week.

Example:
    陈安> /重开隐患 YH-20261122-001
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.domain.rights import Role
from bot.services.safety.hazards.deciding import reopen
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "重开隐患",
    aliases=("隐患重开",),
    summary="销号的隐患又出现了，重新整改",
    audience=frozenset({Role.SAFETY_ADMIN, Role.WECOM_ADMIN, Role.HR}),
    writes=True,
    hidden=True,
)
async def reopen_hazard(ctx: Context, id: HazardNumber) -> Reply:
    return Reply(await reopen(ctx, await find(ctx, id.number)), private=True)
