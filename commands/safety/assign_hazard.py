"""Give a hazard to somebody with the five settled: whose it is, what is done, with what money, until when, and what is
done if it goes wrong (五落实). What is missing is named, and may follow: by the same command, or by the owner's card.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /整改 YH-20261122-001 王强 11月27日前 换新门
    机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
    机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实还缺：资金、预案。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.hazard_plans import PlanTold
from bot.domain.safety.hazards.moves import ensure_to_come
from bot.domain.safety.hazards.rights import ensure_officer
from bot.services.safety.hazards.fixing import assign
from bot.services.safety.hazards.telling import find
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hazards.numbered import asks_to_assign


def ensure_may_assign(scene: Scene, id: HazardNumber, plan: PlanTold) -> None:
    """Raises UserError. More of the five its owner may say, too."""
    ensure_to_come(plan.plan, scene.now.date())
    if plan.plan.owner and scene.sender:
        ensure_officer(scene.sender.user_id, scene.company)


@command(
    "整改",
    aliases=("派单", "隐患整改", "assign"),
    says=("[把|将]<YH>…(派给|交给)…",),
    summary="把隐患派给责任人，落实措施资金时限预案",
    writes=True,
    rules=ensure_may_assign,
    hears=asks_to_assign,
)
async def assign_hazard(ctx: Context, id: HazardNumber, plan: PlanTold) -> Reply:
    return Reply(await assign(ctx, await find(ctx, id.number), plan.plan), private=True)
