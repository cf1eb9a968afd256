"""Decide whether work stops because of a major hazard, all of it or a part; to go on takes a reason.

A card asks for it within half an hour; in words it can be decided too, and changed. Everybody who has to know is told.

Example:
    陈安> /停产决定 YH-20261122-001 停产撤人
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.arguments.stop_decisions import StopDecision
from bot.domain.rights import Role
from bot.services.safety.hazards.stopping import decide
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

DECIDERS = frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD, Role.EXECUTIVE})


@command(
    "停产决定",
    aliases=("stop-work", "tcjd"),
    audience=DECIDERS,
    writes=True,
    summary="重大隐患停不停产",
    instead="看到马上要出事，先撤人，再发 /事故 地点 情况。",
)
async def stop_work(ctx: Context, id: HazardNumber, decision: StopDecision, reason: Reason | None = None) -> Reply:
    hazard = await find(ctx, id.number)
    return Reply(await decide(ctx, hazard, decision.stop, reason.text if reason else ""))
