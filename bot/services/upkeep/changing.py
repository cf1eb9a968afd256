"""A setting is changed in chat: proposed, let pass by a leader who didn't propose it, taken on, and taken back.

The whole configuration is read with the change in it before anybody is asked, and again when it is taken on (S302).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Details, Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.rights import SETTERS, Role
from bot.domain.upkeep.changing import left_empty, needs_leader, new_conflicts, newly_named
from bot.domain.upkeep.configuration import PREFIX, Configuration, Origin, Overlay, Plain, SettingChange
from bot.domain.upkeep.parameters import Parameter, found
from bot.domain.upkeep.setup import is_free
from bot.domain.upkeep.typed_values import said
from bot.domain.wording import shown
from bot.errors import Code, ConfigError, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "改参数"
NOTHING: Final = "什么都没有改动。"
_WIDE: Final = 26  # characters of a detail on a card
OTHERS: Final = "领导同意过的改动，发 /参数 记录 看编号，再发 /参数 撤回 编号。"
OVERTAKEN: Final = f"提出以后这个参数又改过，{NOTHING}要改请重新提出。"


async def want(
    ctx: Context, approvals: Approvals, parameter: Parameter, value: Plain | None, *, setting_up: bool
) -> str:
    """`value`: None for what the file says. What came of it. Raises UserError."""
    ensure_setter(ctx)
    await ctx.store.settings.hold()
    overlay = await ctx.store.settings.overlay()
    before, after = _both(ctx, overlay, parameter, value)
    _ensure_another(parameter, before, after, ctx.company)
    warned = _warned(ctx.company, after)
    last = await ctx.store.settings.last(parameter.key)
    free = setting_up and await _is_free(ctx)
    if free and not needs_leader(parameter, value, ctx.sender.user_id, ctx.company, last):
        change = await _numbered(ctx, parameter, value, overlay.get(parameter.key))
        return f"{await _take_on(ctx, change, parameter, before)}{warned}"
    return f"{await _propose(ctx, approvals, parameter, value, overlay)}{warned}"


async def take_back(ctx: Context, approvals: Approvals, number: str) -> str:
    """At once by a leader who didn't propose it; else it is proposed. Raises UserError."""
    await ctx.store.settings.hold()
    change = await _last_of(ctx, number)
    parameter = _known(ctx.company, change.key)
    overlay = await ctx.store.settings.overlay()
    before, _ = _both(ctx, overlay, parameter, change.before)
    if _may_sign(ctx, change) and ctx.sender.user_id not in newly_named(parameter, change.before, ctx.company):
        back = await _numbered(ctx, parameter, change.before, change.value, undoes=number)
        return await _take_on(ctx, replace(back, approved=ctx.sender.user_id), parameter, before)
    ensure_setter(ctx)
    return await _propose(ctx, approvals, parameter, change.before, overlay, undoes=number)


async def put_back(ctx: Context, keys: Iterable[str]) -> str:
    """In the first set-up: the newest of what was set at once there. Raises UserError."""
    ensure_setter(ctx)
    await ctx.store.settings.hold()
    lasts = [each for key in keys if (each := await ctx.store.settings.last(key))]
    mine = [each for each in lasts if each.approved is None and not each.undoes]
    if not mine or not await _is_free(ctx):
        raise UserError(Code.NOT_FOUND, f"这一步没有能直接改回去的。{OTHERS}")
    change = max(mine, key=lambda each: (each.at, each.number))
    parameter = _known(ctx.company, change.key)
    before, _ = _both(ctx, await ctx.store.settings.overlay(), parameter, change.before)
    back = await _numbered(ctx, parameter, change.before, change.value, undoes=change.number)
    return await _take_on(ctx, back, parameter, before)


def ensure_setter(ctx: Context) -> None:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.in_office(*SETTERS):
        raise UserError(Code.NO_PERMISSION, "设置由企业微信管理员来改。你能看，也能按编号撤回别人提出的改动。")


def now_and_then(
    parameter: Parameter, before: Configuration, after: Configuration, company: Company
) -> tuple[str, str]:
    """What it is, and what it would be, as people read it."""
    old, new = before.value(parameter.key), after.value(parameter.key)
    return said(parameter, old, company.name_of), said(parameter, new, company.name_of)


def _both(
    desk: Desk, overlay: Overlay, parameter: Parameter, value: Plain | None
) -> tuple[Configuration, Configuration]:
    """The configuration as it is kept, and with the change in it. Raises UserError."""
    configuration = desk.company.configuration
    if configuration.origin(parameter.key) is Origin.VARIABLE:
        sentence = f"「{parameter.label}」是机器上的环境变量定的，聊天里改不了。请改那个变量，再重启。"
        raise UserError(Code.UNSUPPORTED, sentence)
    wanted = {key: each for key, each in overlay.items() if key != parameter.key}
    if value is not None:
        wanted[parameter.key] = value
    try:
        before, after = configuration.changed(overlay), configuration.changed(wanted)
    except ConfigError as error:
        raise UserError(Code.UNSUPPORTED, _refused(parameter, value, error, desk.company)) from None
    _ensure_looked_after(desk.company, after)
    return before, after


def _refused(parameter: Parameter, value: Plain | None, error: ConfigError, company: Company) -> str:
    why = "；".join(each.partition("：")[2] or each for each in error.problems).rstrip("。")
    return f"「{parameter.label}」不能设成 {shown(said(parameter, value, company.name_of))}：{why}。{NOTHING}"


def _ensure_looked_after(company: Company, after: Configuration) -> None:
    """Raises UserError."""
    role = left_empty(company, _as_it_would_be(company, after), (Role.WECOM_ADMIN, after.signer))
    if role:
        raise UserError(
            Code.UNSUPPORTED, f"这样就没有人担任{role.label}了，以后谁也改不了设置。{NOTHING}请至少留一位。"
        )


def _as_it_would_be(company: Company, after: Configuration) -> Company:
    return replace(company, role_rules=after.company().role_rules)


def _ensure_another(parameter: Parameter, before: Configuration, after: Configuration, company: Company) -> None:
    if before.value(parameter.key) == after.value(parameter.key):
        now, _ = now_and_then(parameter, before, after, company)
        raise UserError(Code.DUPLICATE, f"「{parameter.label}」已经是 {shown(now)}，不用改。")


def _warned(company: Company, after: Configuration) -> str:
    found = new_conflicts(company, _as_it_would_be(company, after))
    return "".join(
        f"请留意：{company.name_of(each.user)} 会同时是{each.roles[0].label}和{each.roles[1].label}，{each.why}。"
        for each in found
    )


async def _numbered(
    ctx: Context, parameter: Parameter, value: Plain | None, before: Plain | None, *, undoes: str = ""
) -> SettingChange:
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    return SettingChange(number, parameter.key, value, before, ctx.sender.user_id, ctx.now, None, undoes)


async def _propose(
    ctx: Context, approvals: Approvals, parameter: Parameter, value: Plain | None, overlay: Overlay, undoes: str = ""
) -> str:
    request = await approvals.open(ctx, _draft(ctx, parameter, value, overlay, undoes))
    return f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 同意，同意了才生效。"


def _draft(ctx: Context, parameter: Parameter, value: Plain | None, overlay: Overlay, undoes: str) -> Draft:
    before, after = _both(ctx, overlay, parameter, value)
    old, new = now_and_then(parameter, before, after, ctx.company)
    back = f"撤回 {undoes}，" if undoes else ""
    return Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"{back}「{parameter.label}」从 {shown(old)} 改成 {shown(new)}",
        steps=(Step((Selector.role(before.signer),)),),
        payload={
            "key": parameter.key,
            "value": json.dumps(value, ensure_ascii=False),
            "before": json.dumps(overlay.get(parameter.key), ensure_ascii=False),
            "undoes": undoes,
        },
        concerned=tuple(sorted(newly_named(parameter, value, ctx.company) - {ctx.sender.user_id})),
        details=_details(ctx, parameter, old, new, after),
    )


def _details(ctx: Context, parameter: Parameter, old: str, new: str, after: Configuration) -> Details:
    clash = new_conflicts(ctx.company, _as_it_would_be(ctx.company, after))
    found = (
        ("现在", old),
        ("改成", new),
        ("说明", parameter.means),
        ("生效", "下次重启" if parameter.at_restart else "同意后马上"),
        ("留意", "、".join(f"{ctx.company.name_of(each.user)}：{each.why}" for each in clash)),
    )
    return tuple((name, shown(value, _WIDE)) for name, value in found if value)


class ChangeKind:
    """`bot.services.approvals.kinds.Kind`, and Watched: what was let pass must still hold."""

    name = KIND
    prefix = PREFIX

    async def details(self, desk: Desk, request: Request) -> Details:
        return request.draft.details

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        await desk.store.settings.hold()
        parameter, value, before = _wanted(desk.company, request)
        overlay = await desk.store.settings.overlay()
        if overlay.get(parameter.key) != before:
            raise UserError(Code.BAD_STATE, OVERTAKEN)
        _both(desk, overlay, parameter, value)
        return ""

    async def settled(self, desk: Desk, request: Request) -> str:
        decision = request.last_decision
        if request.state is not RequestState.APPROVED or decision is None:
            return ""
        parameter, value, before = _wanted(desk.company, request)
        kept, _ = _both(desk, await desk.store.settings.overlay(), parameter, value)
        undoes = request.draft.payload["undoes"]
        change = SettingChange(
            request.number, parameter.key, value, before, request.applicant, desk.now, decision.by, undoes
        )
        await _take_on(desk, change, parameter, kept)
        when = "下次重启生效" if parameter.at_restart else "已经生效"
        return f"{when}；不对可以发 /参数 撤回 {request.number}。"


async def _take_on(desk: Desk, change: SettingChange, parameter: Parameter, before: Configuration) -> str:
    """It is kept, and whoever it concerns is told. Every process follows within a second."""
    await desk.store.settings.add(change, by=desk.act)
    after = before.changed(await desk.store.settings.overlay())
    old, new = now_and_then(parameter, before, after, desk.company)
    for user in sorted(newly_named(parameter, change.value, desk.company) - {change.by}):
        _tell_of_role(desk, user, parameter, change)
    if change.undoes and change.by == change.approved and (first := await desk.store.settings.get(change.undoes)):
        name = desk.company.name_of(change.by)
        words = f"{name} 撤回了你提出的 {change.undoes}：「{parameter.label}」现在是 {shown(new)}。"
        desk.tell(ToPerson(first.by), Text(words))
    when = "，下次重启生效" if parameter.at_restart else "，已经生效"
    return f"「{parameter.label}」从 {shown(old)} 改成 {shown(new)}{when}（{change.number}）。"


def _tell_of_role(desk: Desk, user: UserId, parameter: Parameter, change: SettingChange) -> None:
    if desk.company.is_here(user):
        name = desk.company.name_of(change.by)
        words = (
            f"{name} 把你设为{parameter.label}（{change.number}）。发 /我的权限 看能做什么；不对请告诉企业微信管理员。"
        )
        desk.tell(ToPerson(user), Text(words))


def _wanted(company: Company, request: Request) -> tuple[Parameter, Plain | None, Plain | None]:
    payload = request.draft.payload
    return _known(company, payload["key"]), json.loads(payload["value"]), json.loads(payload["before"])


async def _last_of(ctx: Context, number: str) -> SettingChange:
    """Raises UserError."""
    change = await ctx.store.settings.get(number)
    if change is None:
        waiting = await ctx.store.requests.get(number)
        if waiting and waiting.is_pending and waiting.applicant == ctx.sender.user_id:
            raise UserError(Code.BAD_STATE, f"{number} 还在等同意，没有生效。不要了就发 /撤回 {number}。")
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的改动。发 /参数 记录 看最近的。")
    last = await ctx.store.settings.last(change.key)
    if last and last.number != number:
        raise UserError(
            Code.BAD_STATE, f"{number} 之后这个参数又改过（{last.number}），{NOTHING}请先撤回 {last.number}。"
        )
    return change


def _known(company: Company, key: str) -> Parameter:
    """Raises UserError for what this version no longer lets be changed in chat."""
    parameter = found(company, key)
    if parameter is None:
        raise UserError(Code.UNSUPPORTED, f"{key} 现在不能在聊天里改了。请改配置文件。")
    return parameter


def _may_sign(ctx: Context, change: SettingChange) -> bool:
    user = ctx.sender.user_id
    return user != change.by and user in ctx.company.in_office(ctx.company.configuration.signer)


async def _is_free(ctx: Context) -> bool:
    return is_free(await ctx.store.setup.progress(), await ctx.store.setup.since(), ctx.now)


def told(change: SettingChange, parameter: Parameter | None, company: Company) -> str:
    """A line of the list of changes."""
    label = parameter.label if parameter else change.key
    values: Sequence[str] = [
        "配置文件里的" if value is None else said(parameter, value, company.name_of) if parameter else str(value)
        for value in (change.before, change.value)
    ]
    who = f"{company.name_of(change.by)}改的"
    if change.approved and change.approved != change.by:
        who = f"{company.name_of(change.by)}提出，{company.name_of(change.approved)}同意"
    back = f"，撤回 {change.undoes}" if change.undoes else ""
    return f"{change.number} {label}：{shown(values[0])} → {shown(values[1])}（{who}{back}）"
