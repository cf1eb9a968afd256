"""Make somebody else a group's owner (群主): asked by the owner, by who looks after it, or by the office that appoints.

Example:
    郑群> /转让群主 项目A工作群 @王强
    机器人> [卡片] 确定要转让群主 项目A工作群 @王强吗？ 10:30 前有效 [确认] [算了]
    郑群> 按 [确认]
    机器人> [卡片] 已确认：转让群主 项目A工作群 @王强 ZR-20261122-001 正在把项目A工作群的群主转给 王强，办好了告诉你。
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from bot.arguments.changed_groups import GroupToChange
from bot.arguments.people import PersonNamed
from bot.domain.groups.changing import ensure_may_change, right_over
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.numbers import Series
from bot.domain.groups.offices import office_of
from bot.domain.guards import ensure_here, ensure_in_group
from bot.errors import Code, UserError
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.registry.holding import held, waiting
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NAME = "转让群主"


@dataclass(frozen=True, slots=True)
class NextOwner(PersonNamed):
    wanted: ClassVar[str] = "群主转给谁？写上姓名，或 @ 对方。"


def rules(scene: Scene, group: GroupToChange, target: NextOwner) -> None:
    user, room = target.person.user_id, group.group
    ensure_here(target.person)
    if user == room.owner:
        raise UserError(Code.DUPLICATE, f"{room.name}的群主现在就是 {target.name}，不用转。")
    if scene.sender and user == scene.sender.user_id:
        office = office_of(room, scene.company).label
        raise UserError(Code.SELF_TARGET, f"不能把群主转给自己，什么都没有改动。请现在的群主或{office}的同事来办。")
    ensure_in_group(target.person, room)


@command(
    NAME,
    aliases=("handover", "转群主", "移交群主", "换群主", "群主转让"),
    says=(
        "(把|将)…[的]群主(转让给|转给|移交给|交给|让给|换成|改成)[了]…",
        "(把|将)群主(转让给|转给|移交给|交给|让给|换成|改成)[了]…",
        "…[的]群主(转让给|转给|移交给|交给|让给|换成|改成|改由)…",
        "群主(转让给|转给|移交给|交给|让给|换成|改成|改由)…",
        "(转让|移交)群主给…[，]…",
        "(转让|移交)…[的]群主给…",
        "…[的]群主让…(当|做|来当|来做)",
        "[让]…(当|做|来当)…[的]群主",
    ),
    summary="把群主转给别的成员",
    destructive=True,
    rules=rules,
)
async def hand_over_group(ctx: Context, group: GroupToChange, target: NextOwner) -> Reply:
    room, user = await held(ctx, group.group), ctx.sender.user_id
    ensure_may_change(user, room, ctx.company)
    ensure_in_group(target.person, room)
    if before := await waiting(ctx, room, Deed.HAND_OVER):
        whom = ctx.company.name_of(before.people[0])
        raise UserError(Code.DUPLICATE, f"{room.name}的群主正在转给 {whom}，等它办完再转。")
    by = replace(ctx.act, authority=right_over(user, room, ctx.company) or ctx.act.authority)
    number = await ctx.store.numbers.next(Series.HANDED_OVER, ctx.now.date())
    await assign(replace(ctx, act=by), Errand(room.id, Deed.HAND_OVER, number, user, (target.person.user_id,)))
    return Reply(f"{number} 正在把{room.name}的群主转给 {target.name}，办好了告诉你。")
