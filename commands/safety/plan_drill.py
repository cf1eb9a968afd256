"""Plan a drill: what is practised, when, where, who comes. Nobody is told before the button is pressed; they sign in on
the spot, and whoever leads it is asked how it went.

Example:
    陈安> /演练计划 消防疏散 专项 12月10日14:00 地点 3号车间 对象 生产部
    机器人> [卡片] 专项演练「消防疏散」 还没通知 YL-20261122-001 12月10日(周四) 14:00…
"""

from bot.arguments.drills import DrillDropped, DrillKindSaid, DrillStart, DrillTopic
from bot.arguments.training_audience import TrainingAudience
from bot.arguments.training_wishes import TrainingPlace
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.safety.drills.planning import draft, drop
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

PLANNERS = frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD})
HOW = "写全：演练什么、时间、对象，例如：/演练计划 消防疏散 专项 12月10日14:00 地点 3号车间 对象 生产部。"


@command(
    "演练计划",
    aliases=("drill", "yljh", "安排演练", "组织演练"),
    audience=PLANNERS,
    writes=True,
    private=True,
    whole=True,
    says=(
        "…(组织|安排|开展|举行|搞|办)[一次|一场|一下|个]…演练",
        "(组织|安排|开展|举行|搞|办)[一次|一场|一下|个]…演练[…]",
    ),
    summary="安排一次应急演练，或取消",
)
async def plan_drill(
    ctx: Context,
    dropped: DrillDropped | None = None,
    start: DrillStart | None = None,
    audience: TrainingAudience | None = None,
    kind: DrillKindSaid | None = None,
    place: TrainingPlace | None = None,
    topic: DrillTopic | None = None,
) -> Reply:
    if dropped:
        return Reply(await drop(ctx, dropped.number), private=True)
    what = topic.topic if topic else kind.kind.value if kind else ""
    if not (start and audience and what):
        said = {"演练什么": what, "时间": start, "对象": audience}
        lacks = "、".join(name for name, value in said.items() if not value)
        raise UserError(Code.MISSING_ARG, f"还缺：{lacks}。{HOW}")
    where = place.place if place else ""
    return await draft(ctx, what, kind.kind if kind else None, start.at, where, audience.specs)
