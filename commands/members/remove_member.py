"""Put somebody out of a group that I look after, with the reason, which he reads; asked back each time (D7§6, D12§2.1).

Nobody removes himself, another keeper of the group, or whom he stands below. The app does it in a group that it made;
else the keeper does it by hand, and is asked to say so. Whoever was removed may ask to come back, and the keeper then
sees why he went. What is a violation by its reason becomes a case (WG-…), with clause, count and how to appeal.

Example:
    郑群@项目A工作群> /移出 @张三 已调离项目
    机器人@项目A工作群> [卡片] 确定要移出 @张三 已调离项目吗？ 10:30 前有效 [确认] [算了]
    郑群@项目A工作群> 按 [确认]
    机器人@项目A工作群> [卡片] 已确认：移出 @张三 已调离项目 YC-20261122-001 已受理，办好了私聊告诉你。
"""

from bot.arguments.removed import GroupOfTheirs, Removed, WhyRemoved
from bot.domain.company import Company
from bot.domain.groups.admission import KEEPERS_ADMIT, ensure_no_owner
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group
from bot.domain.groups.numbers import Series
from bot.domain.guards import ensure_may_act_on
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import ensure_not_of_hr
from bot.domain.moderation.cases.naming import OTHER, category_in
from bot.domain.moderation.categories import category
from bot.domain.moderation.pack import StepKind
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.registry.holding import held
from bot.services.groups.requests.wanting_in import ensure_not_under_way
from bot.services.moderation.charging import ensure_no_report
from bot.services.moderation.deciding import decide
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_removal


def _rules(scene: Scene, group: GroupOfTheirs, target: Removed, reason: WhyRemoved) -> None:
    if scene.sender:
        _ensure_may_remove(scene.sender, target, group.group, scene.company)


@command(
    "移出",
    aliases=("remove", "kick", "yc", "移除", "踢出", "踢人"),
    says=(
        "(把|将)…(移出|移除|踢出|请出|清出|踢)[了|去|掉]…",
        "(把|将)…(移出|移除|踢出|请出|清出|踢)(群|本群|这个群|了|出去|出来|出群|掉)",
        "(把|将)…从…(移出|移除|踢出|请出|踢)[去|了|掉]",
        "(踢了|踢掉|踢走)…",
        "…[，][请](把他|把她)(移出去|移出群|移出本群|踢出去|踢出群)",
    ),
    summary="把人移出我管的群",
    audience=frozenset({Role.GROUP_ADMIN}),
    destructive=True,
    rules=_rules,
    hears=asks_removal,
    instead=f"人员进出由群管理员办（{KEEPERS_ADMIT}），请把情况告诉群管理员。",
)
async def remove_member(
    ctx: Context, approvals: Approvals, group: GroupOfTheirs, target: Removed, reason: WhyRemoved
) -> Reply:
    room = await held(ctx, group.group)
    _ensure_may_remove(ctx.sender, target, room, ctx.company)
    people = (target.person.user_id,) if target.person else ()
    guest = "" if target.person else target.name
    await ensure_not_under_way(ctx, people, room, Deed.REMOVE, guest=guest)
    code = category_in(reason.text, reason.quote)
    if target.person:
        ensure_no_report(reason.quote, reason.text)
        ensure_not_of_hr(category(code), Role.GROUP_ADMIN)
    if target.person and code != OTHER:
        charge = Charge(target.person.user_id, room.id, StepKind.REMOVE, code, reason.text, quote=reason.quote)
        return await decide(ctx, approvals, charge)
    number, me = await ctx.store.numbers.next(Series.REMOVED, ctx.now.date()), ctx.sender.user_id
    await assign(ctx, Errand(room.id, Deed.REMOVE, number, me, people, guest=guest, reason=reason.text, helper=me))
    return Reply(f"{number} 已受理，办好了私聊告诉你。")


def _ensure_may_remove(actor: Person, target: Removed, group: Group, company: Company) -> None:
    if target.person:
        ensure_may_act_on(actor, target.person, by=Role.GROUP_ADMIN, company=company, group=group)
        ensure_no_owner(target.person, group)
    elif group.guest(target.name) is None:
        sentence = f"{shown(target.name)}不在{group.name}里，什么都没有改动。请核对群里的名字再发一次。"
        raise UserError(Code.TARGET_NOT_IN_GROUP, sentence)
