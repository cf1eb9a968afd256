"""Register the room that this is said in: it becomes a group that the bot knows, with a type, a name and who runs it.

A group that waits for its chat is recognised by its name; one that people made long ago is new to the registry. Who
appoints the administrators of its type registers it at once, so do HR and WeCom's administrators; everybody else asks
that office. Later it takes what was left out, there or in private: `/登记群 用途：…`, `/登记群 群名 部门：…`.

Example:
    李娜@项目Z大群> /登记群 项目公司工作群 项目Z工作群 部门：研发部
    机器人@项目Z大群> 登记好了：项目Z工作群（项目公司工作群），编号 DJ-20261122-001，群管理员 李娜。
    发 /群能力 看我在这里能做什么。
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.arguments.registration import WHERE, ItsDepartments, ItsKeeper, Purpose, Registration, taken
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import oversees
from bot.domain.groups.names import ensure_decent, ensure_no_twin, tidy
from bot.domain.groups.numbers import Series
from bot.domain.groups.offices import office_for
from bot.domain.groups.types import GroupType
from bot.errors import Code, Defect, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.errands.joining import introduce
from bot.services.groups.registry.registering import (
    Wish,
    appoints,
    draft,
    ensure_new,
    may_register,
    pair,
    register,
    tell_appointed,
    tell_office,
)
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(
    scene: Scene,
    registration: Registration,
    purpose: Purpose | None = None,
    departments: ItsDepartments | None = None,
    admin: ItsKeeper | None = None,
) -> None:
    known = registration.known
    if known is None:
        ensure_decent(tidy(registration.name), scene.company)
        ensure_no_twin(tidy(registration.name), scene.sender, scene.company)
        return
    if scene.in_group and known != scene.group:
        return
    if purpose is None and departments is None:
        raise taken(known) if scene.in_group else UserError(Code.NOT_FOUND, WHERE)
    if not oversees(scene.sender, known, scene.company):
        raise UserError(Code.NO_PERMISSION, f"{known.name}的登记由它的群管理员来改。请找他们。")


@command(
    "登记群",
    aliases=("register", "群登记", "登记本群"),
    says=(
        "[帮我|请|麻烦|能|可以|能不能][把|给](这个群|本群|我们群)(登记|登记一下|登记上|登记好|注册|注册一下)[吗|行吗|可以吗]",
        "[帮我|请](把|将)(这个群|本群|我们群)(登记成|登记为|登记)…",
        "(登记|注册)[一下](这个群|本群|我们群)",
        "(这个群|本群|我们群)(要|想|需要)(登记|注册)",
    ),
    summary="登记这个群，让我认识它",
    writes=True,
    rules=_rules,
)
async def register_group(
    ctx: Context,
    approvals: Approvals,
    purpose: Purpose | None = None,
    departments: ItsDepartments | None = None,
    admin: ItsKeeper | None = None,
    *,
    registration: Registration,
) -> Reply:
    if registration.known and (registration.known == ctx.chat.group or not ctx.chat.is_group):
        return await _described(ctx, registration.known, purpose, departments)
    if registration.known:
        return await _paired(ctx, registration.known)
    wish = _wish(ctx, registration, purpose, departments, admin)
    await ensure_new(ctx, wish)
    user = ctx.sender.user_id
    if not may_register(user, registration.type, ctx.company) or not _may_name(ctx, wish, registration.type):
        request = await approvals.open(ctx, draft(user, wish, ctx.company))
        return Reply(f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 审批。")
    if wish.admin is None and appoints(user, registration.type, ctx.company):
        wish = replace(wish, admin=user)
    group = await register(ctx, wish, await ctx.store.numbers.next(Series.REGISTERED, ctx.now.date()))
    if wish.admin is None:
        tell_office(ctx, group, user)
    elif wish.admin != user:
        tell_appointed(ctx, group, wish.admin)
    return Reply("".join(_registered(ctx, group, registration.type)))


def _wish(
    ctx: Context,
    registration: Registration,
    purpose: Purpose | None,
    departments: ItsDepartments | None,
    admin: ItsKeeper | None,
) -> Wish:
    if ctx.chat.id is None:
        raise Defect("a room is registered where nobody is")
    return Wish(
        chat=ctx.chat.id,
        kind=registration.type.key if registration.type else "",
        name=tidy(registration.name),
        purpose=purpose.text if purpose else "",
        departments=departments.names if departments else (),
        admin=admin.user if admin else None,
    )


def _may_name(ctx: Context, wish: Wish, type_: GroupType | None) -> bool:
    """Only who appoints the administrators of such groups says who it is (D7§5)."""
    return wish.admin is None or appoints(ctx.sender.user_id, type_, ctx.company)


async def _paired(ctx: Context, known: Group) -> Reply:
    group = await ctx.store.groups.hold(known.id)
    if group is None or ctx.chat.id is None:
        raise UserError(Code.BAD_STATE, f"{known.name}刚刚有变化，没有登记成。请再发一次。")
    after = await pair(ctx, group, ctx.chat.id)
    if group.bot_chat is None and group.app_chat is None:
        await introduce(ctx, after)
    return Reply(f"接通了：这里就是{group.name}，以后在群里 @我 就行。发 /群能力 看我在这里能做什么。")


async def _described(ctx: Context, known: Group, purpose: Purpose | None, departments: ItsDepartments | None) -> Reply:
    """What was left out when it was registered. Raises UserError."""
    group = await ctx.store.groups.hold(known.id)
    if group is None:
        raise UserError(Code.BAD_STATE, f"{known.name}刚刚有变化，没有改动。请再发一次。")
    type_ = ctx.company.group_type(group.kind)
    if departments and not may_register(ctx.sender.user_id, type_, ctx.company):
        sentence = f"谁能进{group.name}，由{office_for(type_).label}定。请让他们在群里发这一句。"
        raise UserError(Code.NO_PERMISSION, sentence)
    after = replace(
        group,
        purpose=purpose.text if purpose else group.purpose,
        departments=departments.names if departments else group.departments,
    )
    await ctx.store.groups.save(after, change="described", by=ctx.act)
    return Reply(f"记下了。发 /群信息 看{group.name}现在的登记。")


def _registered(ctx: Context, group: Group, type_: GroupType | None) -> Iterator[str]:
    run_by = "、".join(ctx.company.name_of(user) for user in sorted(group.admins))
    who = f"群管理员 {run_by}。" if run_by else f"群管理员由{office_for(type_).label}任命，我已通知他们。"
    yield f"登记好了：{group.name}（{type_.name if type_ else '没有类型'}），编号 {group.founding}，{who}"
    if type_ and type_.composition.own_departments and not (group.departments or type_.composition.departments):
        yield "\n谁能进要看部门，补一句：/登记群 部门：生产部。"
    yield "\n发 /群能力 看我在这里能做什么。"
