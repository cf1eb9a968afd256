"""Nobody has answered an invitation, or said what came of the talk: they are reminded; unanswered it lapses."""

from collections.abc import Sequence

from bot.domain.moderation.mediation.dispute import DisputeState
from bot.domain.timers import Timer
from bot.services.moderation.mediating.clock import LAPSE
from bot.services.moderation.mediating.inviting import end, hand, replaced
from bot.shapes.context import JobContext


async def replace_absent(ctx: JobContext) -> None:
    """Whoever mediates has left, or is suspended: somebody else does, without anybody's having to ask."""
    for dispute in await ctx.store.disputes.open_ones(ctx.now):
        await replaced(ctx, dispute)


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """What fell due together is said once."""
    dispute = await ctx.store.disputes.get(number, ctx.now)
    if dispute is None or not dispute.is_open:
        return
    if dispute.state is DisputeState.INVITING and any(timer.kind == LAPSE for timer in timers):
        await end(ctx, dispute, dispute.closed(DisputeState.LAPSED, ctx.now), "这次不谈了，没有别的影响。")
        return
    dispute = await replaced(ctx, dispute)
    waits = dispute.waits_for or (dispute.mediator,)
    for user in filter(ctx.company.is_here, waits):
        await hand(ctx, dispute, user)
