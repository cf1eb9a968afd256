"""Lift a mute before its time. Whoever muted him in the client gets a card to undo that as well.

Nobody lifts his own, or what was decided above him.

Example:
    郑群@项目A工作群> /解除禁言 @欧阳静
    机器人@项目A工作群> 欧阳静没有被禁言，什么都没有改动。
"""

from bot.arguments.moderation import Charged
from bot.arguments.reason import Reason
from bot.arguments.removed import GroupOfTheirs
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.moderation.cases.case import Noted
from bot.domain.moderation.cases.gate import MODERATORS, ensure_may_moderate, ensure_not_above_me
from bot.domain.people import Person
from bot.domain.rights import right_of
from bot.errors import Code, UserError
from bot.services.groups.registry.holding import held
from bot.services.moderation.muting import in_force, lift
from bot.services.moderation.stepping import with_him
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_unmute


def _rules(scene: Scene, group: GroupOfTheirs, target: Charged, reason: Reason | None = None) -> None:
    if scene.sender:
        room = with_him(group.group, target.person.user_id) if scene.running else group.group
        _ensure(scene.sender, target.person, scene.company, room)
        if not scene.running:
            raise _not_muted(target.name)


def _ensure(actor: Person, target: Person, company: Company, group: Group) -> None:
    by = right_of(actor, MODERATORS, grants=company.grants, group=group)
    ensure_may_moderate(actor, target, by=by, company=company, group=group)


@command(
    "解除禁言",
    aliases=("unmute", "jcjy", "解禁", "取消禁言"),
    says=(
        "[请|麻烦|帮我](把|将|给|对)…[的](解除禁言|取消禁言|禁言解除|禁言取消)[了|掉|吧|一下]",
        "[请|麻烦|帮我](把|将|给|对)…[的](解除禁言|取消禁言|禁言解除|禁言取消)[了|掉|吧]…",
        "[请|麻烦|帮我](把|将|给|对)…的禁言解[了|掉|吧]",
        "[请|麻烦|帮我](把|将|给|对)…解禁[了|掉|吧]",
        "[请|麻烦|帮我](解除|取消|撤销)[掉|对]…[的]禁言[了|吧]",
        "[请|麻烦|帮我](解除|取消|撤销)[掉|对]…[的]禁言[了|吧]…",
    ),
    summary="提前解除禁言",
    audience=MODERATORS,
    writes=True,
    rules=_rules,
    instead="要解除，请找群管理员；自己被禁言觉得不对，发 /申诉。",
    hears=asks_unmute,
)
async def unmute(ctx: Context, group: GroupOfTheirs, target: Charged, reason: Reason | None = None) -> Reply:
    room = await held(ctx, group.group)
    _ensure(ctx.sender, target.person, ctx.company, with_him(room, target.person.user_id))
    await ctx.store.cases.hold(target.person.user_id)
    now = await in_force(ctx, target.person.user_id, room.id)
    case = await ctx.store.cases.get(now.case, ctx.now) if now else None
    if case is None:
        _ensure(ctx.sender, target.person, ctx.company, room)
        raise _not_muted(target.name)
    ensure_not_above_me(ctx.sender, case, ctx.company, room)
    await lift(ctx, case, Noted.LIFTED, reason.text if reason else "")
    return Reply(f"已解除，编号 {case.number}，已私聊告诉对方。")


def _not_muted(name: str) -> UserError:
    return UserError(Code.BAD_STATE, f"{name}没有被禁言，什么都没有改动。")
