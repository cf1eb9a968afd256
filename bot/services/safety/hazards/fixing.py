"""A hazard is given to somebody, who accepts it, puts it right and asks to have it looked at; or its reporter does."""

from datetime import date
from typing import Final

from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Hazard, HazardKind, HazardState, Plan, Side, StepKind
from bot.domain.safety.hazards.rights import ensure_officer, ensure_owner
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.drafts import add_waiting
from bot.services.safety.hazards.telling import ask_owner, ask_verifiers, keep, tell_reporters
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

UNSEEN: Final = (HazardKind.MANAGEMENT, HazardKind.VIOLATION)  # no picture shows that these are put right


_FRESH: Final = (HazardState.REPORTED, HazardState.GRADED)


async def assign(ctx: Context, hazard: Hazard, plan: Plan) -> str:
    """To its owner, or more of the five, or another day. What came of it, as a sentence. Raises UserError."""
    if plan.owner is None and hazard.plan.owner:
        return await _complete(ctx, hazard, plan)
    ensure_officer(ctx.sender.user_id, ctx.company)
    if plan.owner is None:
        raise UserError(
            Code.MISSING_ARG, f"派给谁？例如：/整改 {hazard.number} 王强 11月27日 换配电箱门。", missing=("owner",)
        )
    before = hazard.plan.owner
    if before == plan.owner:
        ensure_not_later(ctx, hazard, plan.due)
    after = moves.assigned(hazard, plan, ctx.now)
    await keep(ctx, hazard, after, StepKind.ASSIGNED, wording.given_to(after, ctx.company, ctx.now))
    await ask_owner(ctx, after)
    if before and before != plan.owner and ctx.company.is_here(before):
        ctx.tell(ToPerson(before), Text(f"{hazard.number}（{wording.what(hazard)}）改派给别人了，你不用再整改。"))
    owner, due = ctx.company.name_of(plan.owner), wording.due_said(after.plan, ctx.now)
    real = f"已核实，属实，定为{after.grade}隐患，" if hazard.state in _FRESH else "已"
    await tell_reporters(ctx, after, f"{real}派给{owner}整改{f'，{due}' if due else ''}。")
    return f"{hazard.number} 已{wording.given_to(after, ctx.company, ctx.now)}"


async def _complete(ctx: Context, hazard: Hazard, plan: Plan) -> str:
    """Of the five: the officer may say all of them, the owner all but whose it is and until when."""
    ensure_owner(ctx.sender.user_id, hazard, ctx.company)
    if plan.due and plan.due != hazard.plan.due:
        ensure_not_later(ctx, hazard, plan.due)
        after = moves.assigned(hazard, plan, ctx.now)
    else:
        after = moves.completed(hazard, plan)
    await keep(ctx, hazard, after, StepKind.COMPLETED, wording.five(after.plan, ctx.company, ctx.now))
    lacks = f"还缺：{'、'.join(after.plan.missing)}。" if after.plan.missing else "五落实齐了。"
    return f"{hazard.number} 已记下。{lacks}"


def ensure_not_later(ctx: Context, hazard: Hazard, due: date | None) -> None:
    """Raises UserError: its owner doesn't move the day himself, and nobody alone puts off a major one."""
    if due is None or due == hazard.plan.due:
        return
    if ctx.sender.user_id == hazard.plan.owner:
        sentence = f"期限要改，请申请延期：/整改延期 {hazard.number} 到哪天 原因 期间怎么保证安全。"
        raise UserError(Code.APPROVAL_REQUIRED, sentence)
    if hazard.is_major and hazard.plan.due and due > hazard.plan.due:
        sentence = f"{hazard.number} 是重大隐患，延期要单位负责人也同意。请责任人发「/整改延期 {hazard.number}」申请。"
        raise UserError(Code.APPROVAL_REQUIRED, sentence)


async def accept(ctx: Context, hazard: Hazard) -> str:
    """Raises UserError."""
    if ctx.sender.user_id != hazard.plan.owner:
        ensure_owner(ctx.sender.user_id, hazard, ctx.company)
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 要由责任人自己接单。")
    after = moves.accepted(hazard, ctx.now)
    await keep(ctx, hazard, after, StepKind.ACCEPTED)
    await tell_reporters(ctx, after, f"{ctx.company.name_of(ctx.sender.user_id)}已接单，开始整改。")
    until = f"，{wording.due_said(after.plan, ctx.now)}整改完" if after.plan.due else ""
    return f"{hazard.number} 已接单{until}。整改好了先发照片，再申请验收。"


async def ask_verification(ctx: Context, hazard: Hazard) -> str:
    """By the owner, with a picture of how it is now. Raises UserError."""
    if ctx.sender.user_id != hazard.plan.owner:
        ensure_owner(ctx.sender.user_id, hazard, ctx.company)
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 要由责任人申请验收。")
    await add_waiting(ctx, hazard, Side.AFTER)
    after = moves.asked(hazard, ctx.sender.user_id, ctx.now, shows=await shows(ctx, hazard))
    return await _put_to_verifiers(ctx, hazard, after)


async def begin_on_the_spot(ctx: Context, hazard: Hazard) -> str:
    """Its reporter puts it right himself, today. Raises UserError."""
    await ensure_reporter(ctx, hazard)
    begun = moves.begun_on_the_spot(hazard, ctx.sender.user_id, ctx.now)
    await keep(ctx, hazard, begun, StepKind.ADDED, "报告人当场整改")
    if await shows(ctx, begun):
        return await finish_on_the_spot(ctx, begun)
    return f"好的，{hazard.number} 按当场整改办。现在发一张整改后的照片，我转给安全管理员验收。"


async def finish_on_the_spot(ctx: Context, hazard: Hazard) -> str:
    after = moves.fixed_on_the_spot(hazard, ctx.now, shows=await shows(ctx, hazard))
    return await _put_to_verifiers(ctx, hazard, after)


async def withdraw(ctx: Context, hazard: Hazard) -> str:
    """Raises UserError."""
    await ensure_reporter(ctx, hazard)
    await keep(ctx, hazard, moves.withdrawn(hazard), StepKind.WITHDRAWN)
    return f"已撤回 {hazard.number}。"


async def ensure_reporter(ctx: Context, hazard: Hazard) -> None:
    """Nobody else learns whose it is. Raises UserError."""
    if ctx.sender.user_id not in {each.user for each in await ctx.store.hazards.reporters(hazard.number)}:
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 不是你报的，这一步要由报告人办。")


async def shows(desk: Desk, hazard: Hazard) -> bool:
    """Whether there is a picture of how it is now, or none could show it."""
    photos = await desk.store.hazards.photos(hazard.number)
    since = hazard.assigned_at or hazard.reported_at
    return hazard.facts.kind in UNSEEN or any(each.side is Side.AFTER and each.at >= since for each in photos)


async def _put_to_verifiers(ctx: Context, hazard: Hazard, after: Hazard) -> str:
    await keep(ctx, hazard, after, StepKind.ASKED)
    asked = await ask_verifiers(ctx, after)
    await tell_reporters(ctx, after, "已整改完，等验收。")
    who = "、".join(ctx.company.name_of(user) for user in asked)
    return (
        f"{hazard.number} 已申请验收，等{who}验收。"
        if who
        else f"{hazard.number} 已申请验收，但找不到能验收的人，请联系安全管理员。"
    )


def is_his(hazard: Hazard, user: UserId) -> bool:
    """Whether he is to put it right now."""
    return hazard.plan.owner == user and hazard.state in (HazardState.ASSIGNED, HazardState.FIXING)
