"""Something that is to be put right after an accident: who, until when, what. It becomes a hazard of its own, and is
done when somebody else has seen it done.

Example:
    陈安> /事故整改 SG-20261122-001 王强 12月1日前 加装联锁
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
"""

from bot.arguments.accident_numbers import AccidentNumber
from bot.arguments.hazard_plans import PlanTold
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.safety.accidents.cases import kept, the_one
from bot.services.safety.accidents.measures import add_measure
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "事故整改",
    aliases=("accident-measure", "sgzg"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="把事故的整改措施派给人，成为隐患",
)
async def accident_measure(ctx: Context, id: AccidentNumber | None = None, *, plan: PlanTold) -> Reply:
    case, ctx = await kept(ctx, await the_one(ctx, id.number if id else None))
    return Reply(await add_measure(ctx, case, plan.plan), private=True)
