"""Warn somebody: a case with a number, told to him in private with clause, count, evidence and how to appeal.

A quoted message becomes sealed evidence; who wrote it has to be named, for a quote doesn't tell (D-100719). The group
hears the number and nothing else (D5§12(1); 民法典 art. 1024, 1032). Nobody warns himself or upwards (D15§4.2).

Example:
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 警告，180 天内第 1 次「广告和刷屏」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
"""

from bot.arguments.moderation import Charged, WhyCharged
from bot.arguments.removed import GroupOfTheirs
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import MODERATORS, REPORT_IT, ensure_may_charge
from bot.domain.moderation.pack import StepKind
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.deciding import decide
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_warning


def _rules(scene: Scene, target: Charged, reason: WhyCharged, group: GroupOfTheirs | None = None) -> None:
    if scene.sender:
        room = group.group if group else None
        ensure_may_charge(scene.sender, target.person, reason.category, company=scene.company, group=room)


@command(
    "警告",
    aliases=("warn", "jg", "口头警告", "书面警告"),
    says=(
        "[请|麻烦|帮我](给|对)…(警告|一个警告|一次警告|记一次警告)[一下|一次]",
        "[请|麻烦|帮我](给|对)…(警告|一个警告|一次警告|记一次警告)[一下|一次]…",
        "[请|麻烦|帮我]警告[一下]…",
    ),
    summary="警告违规的同事",
    audience=MODERATORS,
    writes=True,
    rules=_rules,
    hears=asks_warning,
    instead=REPORT_IT,
)
async def warn(
    ctx: Context, approvals: Approvals, group: GroupOfTheirs | None = None, *, target: Charged, reason: WhyCharged
) -> Reply:
    room = group.group if group else None
    ensure_may_charge(ctx.sender, target.person, reason.category, company=ctx.company, group=room)
    where, user = room.id if room else None, target.person.user_id
    charge = Charge(user, where, StepKind.WARNING, reason.category, reason.text, quote=reason.quote)
    return await decide(ctx, approvals, charge)
