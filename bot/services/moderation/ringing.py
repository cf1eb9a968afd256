"""A mute is over, or whoever was asked for his part hasn't answered. The bot does this by itself, in nobody's name."""

from collections.abc import Sequence

from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Measure
from bot.domain.timers import Timer
from bot.services.moderation import accounts, correcting, teaching
from bot.services.moderation.clock import ANSWER, is_end
from bot.services.moderation.muting import lift
from bot.services.moderation.tasks import doers, hand
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    case = await ctx.store.cases.get(number, ctx.now)
    if case is None:
        return
    if any(is_end(timer.kind) for timer in timers):
        await lift(ctx, case, Noted.ENDED)
        return
    for timer in timers:
        if timer.kind.startswith(ANSWER):
            await _remind(ctx, case, int(timer.kind.removeprefix(ANSWER)))


async def _remind(ctx: JobContext, case: Case, number: int) -> None:
    """Once. What nobody does until the end was not done, and the case says so; who has left needs no mute."""
    asked = await ctx.store.measures.get(number, ctx.now)
    if asked is None or not asked.waits or not ctx.company.is_here(asked.target):
        return
    if asked.doing is Doing.CORRECT:
        await correcting.remind(ctx, case, asked)
        return
    if asked.doing is Doing.LEARN:
        await teaching.remind(ctx, case, asked)
        return
    group = ctx.company.group(asked.group) if asked.group else None
    if group is None:
        await accounts.remind(ctx, asked)
        return
    users = doers(group, ctx.company, but=asked.target)
    for user in users:
        await hand(ctx, asked, user, again=True)
    if case.actor not in users and ctx.company.is_here(case.actor):
        ctx.tell(ToPerson(case.actor), Text(_nobody_answered(ctx, asked)))


def _nobody_answered(ctx: JobContext, asked: Measure) -> str:
    return f"{asked.case} 「{asked.doing}」还没有人回复，已再提醒一次。机器人这边的限制照常有效。"
