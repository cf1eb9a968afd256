"""Every night: what was written to the bot and what it said goes after 180 days, with questions and cards that nobody
can answer any more. What waits, is parked or may not have arrived stays, and so does what is held for a dispute.

Who did what stays on the trail for longer. Many go a few hundred a second, so that nobody waits for it.
"""

from datetime import time, timedelta
from typing import Final

from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "message-retention"
KEPT: Final = timedelta(days=180)
BATCH: Final = 500  # SQLite writes nothing else for some hundredths of a second meanwhile
PAUSE: Final = timedelta(seconds=1)


@job(NAME, schedule=Daily(time(3, 30)), catch_up=timedelta(days=7))
async def forget_messages(ctx: JobContext, _: None) -> None:
    held = await not_to_go(ctx)
    if await ctx.store.messages.forget(ctx.now - KEPT, at_most=BATCH, by=ctx.act, held=held) >= BATCH:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
