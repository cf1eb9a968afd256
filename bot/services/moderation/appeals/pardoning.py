"""Somebody entitled forgives: with or without an appeal, in time or not. It doesn't count any more, and is undone."""

from bot.domain.moderation.appeals.appeal import Appeal, Ruling
from bot.domain.moderation.appeals.judges import may_forgive
from bot.domain.moderation.cases.case import Case
from bot.errors import Code, Overtaken, UserError
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.clock import nothing_more
from bot.services.moderation.appeals.judging import closed_by
from bot.services.moderation.appeals.settling import settle
from bot.shapes.context import Context

NOT_YOURS = "没有你能免除的这条记录，什么都没有改动。自己的请发 /申诉，别人的归管理小组。"


async def pardon(ctx: Context, number: str, reason: str) -> str:
    """Raises UserError; who may not forgive it doesn't learn that it is there."""
    found = await ctx.store.cases.get(number, ctx.now)
    if found:
        await ctx.store.cases.hold(found.target)
    case = await ctx.store.cases.get(number, ctx.now)
    if case is None or not may_forgive(ctx.sender.user_id, case, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS, private=True)
    if not case.stands:
        raise UserError(Code.BAD_STATE, f"{number} {case.state}，本来就不算数，没有再改。", private=True)
    closed = await _closed(ctx, case, reason)
    await settle(ctx, case, closed, reason)
    return wording.pardoned(case, ctx.company)


async def _closed(ctx: Context, case: Case, reason: str) -> Appeal:
    """The appeal that waits ends with it; one that was decided stays as it was, and is forgiven all the same."""
    appeal = await ctx.store.appeals.get(case.number, ctx.now)
    if appeal and appeal.is_open:
        closed = closed_by(appeal, Ruling.PARDONED, ctx)
        if not await ctx.store.appeals.save(closed, reason, was=appeal.version, by=ctx.act):
            raise Overtaken(case.number)
        await nothing_more(ctx, closed)
        return closed
    return closed_by(appeal or Appeal(case.number, case.target, ctx.now, ctx.now, ()), Ruling.PARDONED, ctx)
