"""Every morning at 09:10, and soon after somebody left the company: which groups nobody looks after any more (D7§5).

Who has left looks after nothing. After a day without anybody, the office that appoints for the group is told, and on
each working morning after that.
"""

from datetime import time, timedelta

from bot.services.groups.registry.unkept import KEEPING_JOB, look_after
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(KEEPING_JOB, schedule=Daily(time(9, 10)), catch_up=timedelta(days=7))
async def look(ctx: JobContext, _: None) -> None:
    if again := await look_after(ctx):
        await ctx.store.jobs.hasten(KEEPING_JOB, again)
