"""Talk to somebody about what he did, before any warning (D15§九.1): told in private with the rule, on record, no more.

He gets a short lesson with one question, and where the policy wants it put right a card with the rule and a day. It
counts as any violation does.

Example:
    郑群@项目A工作群> /批评教育 @张三 上班闲聊
    机器人→张三> 你在项目A工作群受到批评教育，编号 WG-20261122-001。…
    机器人→张三> [卡片] 学一小课，答一道题 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 批评教育，180 天内第 1 次「上班时间长时间闲聊」。…
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


def _rules(scene: Scene, target: Charged, reason: WhyCharged, group: GroupOfTheirs | None = None) -> None:
    if scene.sender:
        room = group.group if group else None
        ensure_may_charge(scene.sender, target.person, reason.category, company=scene.company, group=room)


@command(
    "批评教育",
    aliases=("educate",),
    says=("[请|麻烦|帮我](给|对)…批评教育[一下|一次]", "[请|麻烦|帮我](给|对)…批评教育[一下|一次]…"),
    summary="批评教育违规的同事，比警告轻",
    audience=MODERATORS,
    writes=True,
    rules=_rules,
    instead=REPORT_IT,
)
async def educate(
    ctx: Context, approvals: Approvals, group: GroupOfTheirs | None = None, *, target: Charged, reason: WhyCharged
) -> Reply:
    room = group.group if group else None
    ensure_may_charge(ctx.sender, target.person, reason.category, company=ctx.company, group=room)
    where, user = room.id if room else None, target.person.user_id
    charge = Charge(user, where, StepKind.EDUCATION, reason.category, reason.text, quote=reason.quote)
    return await decide(ctx, approvals, charge)
