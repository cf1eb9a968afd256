"""Every hour: what was said to private commands an hour ago and more is forgotten, such as why somebody is ill, and so
are the lines of questions and cards that nobody has been able to answer for an hour.

Who said something, when, and what others were told, stays.
"""

from datetime import time, timedelta

from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job

NAME = "private-words"
KEPT = timedelta(hours=1)
BATCH = 200
PAUSE = timedelta(minutes=1)


@job(NAME, schedule=Hourly(time(0, 20), time(23, 20)), catch_up=timedelta(hours=1))
async def forget_words(ctx: JobContext, _: None) -> None:
    await ctx.store.private_words.forget_lines(ctx.now - KEPT)
    looked_at = await ctx.store.private_words.forget(ctx.now - KEPT, at_most=BATCH, by=ctx.act)
    if looked_at == BATCH:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
