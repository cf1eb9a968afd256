"""Every night, and soon after the directory has changed: looks for names and aliases that can't be right (D18§2).

What is found is told to the administrators with the morning's patrol of nicknames.
"""

from datetime import time, timedelta

from bot.services.people.odd_names import NAMES_JOB, looked_through
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(NAMES_JOB, schedule=Daily(time(4, 0)), catch_up=timedelta(days=7))
async def look_through(ctx: JobContext, _: None) -> None:
    await ctx.store.name_doubts.replace(await looked_through(ctx.company), by=ctx.act)
