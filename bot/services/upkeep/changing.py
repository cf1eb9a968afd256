"""A setting is changed in chat, or a change taken back: at once where that may be, else by a leader's yes (S302)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import SETTERS
from bot.domain.upkeep.changing import given_by, needs_leader
from bot.domain.upkeep.configuration import PREFIX, Configuration, Plain, SettingChange
from bot.domain.upkeep.parameters import Parameter
from bot.domain.upkeep.setup import is_free
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.upkeep.proposing import propose
from bot.services.upkeep.taking_on import take_on
from bot.services.upkeep.weighing import NOTHING, as_it_would_be, both, known, now_and_then, warned_of
from bot.shapes.context import Context

OTHERS: Final = "领导同意过的改动，发 /参数 记录 看编号，再发 /参数 撤回 编号。"


async def want(
    ctx: Context, approvals: Approvals, parameter: Parameter, value: Plain | None, *, setting_up: bool
) -> str:
    """`value`: None for what the file says. What came of it. Raises UserError."""
    ensure_setter(ctx)
    await ctx.store.settings.hold()
    overlay = await ctx.store.settings.overlay()
    before, after = both(ctx, overlay, parameter, value)
    _ensure_another(parameter, before, after, ctx.company)
    warned = warned_of(ctx.company, after)
    last = await ctx.store.settings.last(parameter.key)
    free = setting_up and await _is_free(ctx)
    given = given_by(ctx.company, as_it_would_be(ctx.company, after))
    if free and not needs_leader(parameter, given, ctx.sender.user_id, ctx.company, last):
        change = await _numbered(ctx, parameter, value, overlay.get(parameter.key))
        return f"{await take_on(ctx, change, parameter, before)}{warned}"
    return f"{await propose(ctx, approvals, parameter, value, overlay)}{warned}"


async def take_back(ctx: Context, approvals: Approvals, number: str) -> str:
    """At once by a leader who didn't propose it; else it is proposed. Raises UserError."""
    await ctx.store.settings.hold()
    change = await _last_of(ctx, number)
    parameter = known(ctx.company, change.key)
    overlay = await ctx.store.settings.overlay()
    before, after = both(ctx, overlay, parameter, change.before)
    given = given_by(ctx.company, as_it_would_be(ctx.company, after))
    if _may_sign(ctx, change) and ctx.sender.user_id not in given:
        back = await _numbered(ctx, parameter, change.before, change.value, undoes=number)
        return await take_on(ctx, replace(back, approved=ctx.sender.user_id), parameter, before)
    ensure_setter(ctx)
    return await propose(ctx, approvals, parameter, change.before, overlay, undoes=number)


async def put_back(ctx: Context, keys: Iterable[str]) -> str:
    """In the first set-up: the newest of what was set at once there. Raises UserError."""
    ensure_setter(ctx)
    await ctx.store.settings.hold()
    lasts = [each for key in keys if (each := await ctx.store.settings.last(key))]
    mine = [each for each in lasts if each.approved is None and not each.undoes]
    if not mine or not await _is_free(ctx):
        raise UserError(Code.NOT_FOUND, f"这一步没有能直接改回去的。{OTHERS}")
    change = max(mine, key=lambda each: (each.at, each.number))
    parameter = known(ctx.company, change.key)
    before, _ = both(ctx, await ctx.store.settings.overlay(), parameter, change.before)
    back = await _numbered(ctx, parameter, change.before, change.value, undoes=change.number)
    return await take_on(ctx, back, parameter, before)


def ensure_setter(ctx: Context) -> None:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.in_office(*SETTERS):
        signer = ctx.company.configuration.signer.label
        raise UserError(Code.NO_PERMISSION, f"设置由企业微信管理员来改，{signer}能按编号撤回别人提出的改动。")


def _ensure_another(parameter: Parameter, before: Configuration, after: Configuration, company: Company) -> None:
    if before.value(parameter.key) == after.value(parameter.key):
        now, _ = now_and_then(parameter, before, after, company)
        raise UserError(Code.DUPLICATE, f"「{parameter.label}」已经是 {shown(now)}，不用改。")


async def _numbered(
    ctx: Context, parameter: Parameter, value: Plain | None, before: Plain | None, *, undoes: str = ""
) -> SettingChange:
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    return SettingChange(number, parameter.key, value, before, ctx.sender.user_id, ctx.now, None, undoes)


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


def _may_sign(ctx: Context, change: SettingChange) -> bool:
    user = ctx.sender.user_id
    return user != change.by and user in ctx.company.in_office(ctx.company.configuration.signer)


async def _is_free(ctx: Context) -> bool:
    return is_free(await ctx.store.setup.progress(), await ctx.store.setup.since(), ctx.now)
