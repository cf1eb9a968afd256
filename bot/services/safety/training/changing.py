"""A training is changed or called off: whoever was told of it hears so."""

from typing import Any

from bot.domain.safety.training.audience import members, said
from bot.domain.safety.training.training import Training, TrainingState
from bot.errors import Code, UserError
from bot.services.safety.sign_in.sheets import call_off_sheet, invite, move_sheet
from bot.services.safety.training.planning import NOT_YOURS, draft_card, ensure_reach, get, manages
from bot.services.safety.training.timing import JOB, timers
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context
from bot.shapes.replies import Reply


async def change(ctx: Context, number: str, specs: tuple[str, ...] | None, **changes: Any) -> Reply:
    """Of a draft: its card anew. Of one that people were told of: they are told. Raises UserError."""
    training = await _own(ctx, number)
    if training.state is TrainingState.CALLED_OFF or training.starts <= ctx.now < training.ends:
        raise UserError(Code.BAD_STATE, f"{number} {training.state}，现在不能改。")
    if specs:
        ensure_reach(ctx, specs)
        changes |= {"meant": list(specs), "audience": said(specs, ctx.company)}
    changed = await ctx.store.trainings.change(training, by=ctx.act, **changes)
    if training.state is TrainingState.DRAFT:
        return Reply(await draft_card(ctx, changed))
    await _follow(ctx, training, changed, specs)
    return Reply(f"已改 {number}：{changed.said(ctx.now)}，对象 {changed.audience}。已经通知的人都会收到。")


async def _follow(ctx: Context, before: Training, after: Training, specs: tuple[str, ...] | None) -> None:
    sheet = await ctx.store.sign_in.hold(after.number, ctx.now)
    if sheet is None:
        return
    if (before.starts, before.place) != (after.starts, after.place):
        sheet = await move_sheet(ctx, sheet, after.starts, after.place)
        await call_off(ctx, JOB, after.number)
        await set_timers(ctx, JOB, after.number, timers(after))
    if specs:
        await invite(ctx, sheet, [each for each in members(specs, ctx.company) if each != after.trainer])


async def cancel(ctx: Context, number: str, why: str) -> str:
    """Raises UserError."""
    training = await _own(ctx, number)
    if training.starts <= ctx.now:
        raise UserError(Code.BAD_STATE, f"{number} 已经开始了，不能取消。")
    if not await ctx.store.trainings.settle(training, TrainingState.CALLED_OFF, by=ctx.act, why=why):
        raise UserError(Code.BAD_STATE, f"{number} 已经取消了。")
    await call_off(ctx, JOB, number)
    sheet = await ctx.store.sign_in.hold(number, ctx.now)
    if sheet:
        await call_off_sheet(ctx, sheet, f"原因：{why}")
    return f"{number} 已取消{'，通知过的人都会收到' if sheet else ''}。"


async def _own(ctx: Context, number: str) -> Training:
    training = await get(ctx, number)
    if not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if training.state is TrainingState.CALLED_OFF:
        raise UserError(Code.BAD_STATE, f"{number} 已经取消了。")
    return training
