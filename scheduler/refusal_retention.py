"""Every night: what was refused more than half a year ago is forgotten, counts and all.

Until then `/为什么` can explain it, and whoever looks into an attack can see who was refused how often.
"""

from datetime import time, timedelta

from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

KEPT = timedelta(days=180)


@job("refusal-retention", schedule=Daily(time(3, 55)), catch_up=timedelta(days=7))
async def forget_refusals(ctx: JobContext, _: None) -> None:
    await ctx.store.refusals.forget(ctx.now - KEPT, by=ctx.act, held=await not_to_go(ctx))
