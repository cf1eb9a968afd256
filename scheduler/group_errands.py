"""Does to groups what was decided: WeCom is asked first, then what it did is written down and told.

It runs as soon as something is decided. What WeCom left in doubt is asked again a minute later; what the app can't do,
a person is asked to, by a card with a deadline, and reminded once.
"""

from datetime import time, timedelta

from bot.services.groups.errands.carrying_out import JOB, Tried, ask_wecom, settle
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 0)), catch_up=timedelta(days=3650), fetch=ask_wecom)
async def run_errands(ctx: JobContext, tried: Tried) -> None:
    if again := await settle(ctx, tried):
        await ctx.store.jobs.hasten(JOB, again)
