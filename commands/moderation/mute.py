"""Mute somebody in a group for a time: I don't do there what he says, and its keeper mutes him in the client (D8§10.2).

WeCom lets no program mute anybody, so whoever looks after the group gets a card with the steps; the case says what
really happened. It ends by itself. What keeps people safe is heard all the time, and so are 请假 and 申诉. 延长 makes
it longer. More than a day, from its beginning, needs a second administrator.

Example:
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> 你在项目A工作群被禁言 2 小时，到 12:00 为止，编号 WG-20261122-001。…
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> WG-20261122-001 张三 禁言到 12:00，180 天内第 1 次「广告和刷屏」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
"""

from bot.arguments.moderation import Charged, Lasting, WhyCharged
from bot.arguments.removed import GroupOfTheirs
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import MODERATORS, REPORT_IT, ensure_may_charge, ensure_within
from bot.domain.moderation.pack import StepKind
from bot.domain.people import Person
from bot.services.approvals.approvals import Approvals
from bot.services.groups.registry.holding import held
from bot.services.moderation.deciding import decide
from bot.services.moderation.longer import longer
from bot.services.moderation.muting import in_force
from bot.services.moderation.stepping import with_him
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_mute


def _rules(scene: Scene, group: GroupOfTheirs, target: Charged, duration_min: Lasting, reason: WhyCharged) -> None:
    if scene.sender:
        room = with_him(group.group, target.person.user_id) if scene.running else group.group
        _ensure(scene.sender, target, duration_min, reason, scene.company, room)


def _ensure(actor: Person, target: Charged, lasts: Lasting, reason: WhyCharged, company: Company, group: Group) -> None:
    ensure_may_charge(actor, target.person, reason.category, company=company, group=group)
    ensure_within(lasts.minutes, company.moderation.mute)


@command(
    "禁言",
    aliases=("mute", "静音", "闭麦"),
    says=(
        "[请|麻烦|帮我](把|将|给|对)…(禁言|静音|禁个言)[一下|了|掉]",
        "[请|麻烦|帮我](把|将|给|对)…(禁言|静音|禁个言)[一下|了|掉]…",
        "[请|麻烦|帮我](禁言|静音)[一下|了]…",
        "(让|叫)…(闭嘴|别说话)[一下]…",
    ),
    summary="在群里禁言一段时间",
    audience=MODERATORS,
    writes=True,
    rules=_rules,
    hears=asks_mute,
    instead=REPORT_IT,
)
async def mute(
    ctx: Context,
    approvals: Approvals,
    group: GroupOfTheirs,
    target: Charged,
    duration_min: Lasting,
    reason: WhyCharged,
) -> Reply:
    room = await held(ctx, group.group)
    user = target.person.user_id
    await ctx.store.cases.hold(user)
    now = await in_force(ctx, user, room.id)
    there = with_him(room, user) if now else room
    _ensure(ctx.sender, target, duration_min, reason, ctx.company, there)
    if now:
        return await longer(ctx, approvals, now, duration_min.minutes, reason.text, asked=duration_min.extends)
    charge = Charge(user, room.id, StepKind.MUTE, reason.category, reason.text, duration_min.until, reason.quote)
    return await decide(ctx, approvals, charge)
