"""Every night: what content checks found is forgotten, after 30 days where nobody has decided, after 180 where somebody
has. Its words went with the decision.
"""

from datetime import time, timedelta
from typing import Final

from bot.domain.moderation.content.item import KEPT_CLOSED, KEPT_OPEN
from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "content-retention"
BATCH: Final = 500
PAUSE: Final = timedelta(minutes=1)


@job(NAME, schedule=Daily(time(3, 50)), catch_up=timedelta(days=7))
async def forget_findings(ctx: JobContext, _: None) -> None:
    waiting, closed = ctx.now - KEPT_OPEN, ctx.now - KEPT_CLOSED
    held = await not_to_go(ctx)
    if await ctx.store.content_items.forget(waiting, closed, at_most=BATCH, by=ctx.act, held=held) == BATCH:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
