"""Each night: reads leave balances back from WeCom and tells the human resources which aren't those that were written.

Then everybody's is looked at anew, since a new year or the end of a credit changes it without a word.
"""

from datetime import time, timedelta

from bot.services.office.checking import Found, compare, read
from bot.services.office.writing import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("leave-balances-check", schedule=Daily(time(7, 40)), catch_up=timedelta(hours=12), fetch=read)
async def check_balances(ctx: JobContext, found: Found) -> None:
    if not ctx.company.wecom_vacations:
        return
    await compare(ctx, found)
    await ctx.store.quotas.caught_up(0)
    await ctx.store.jobs.hasten(JOB, ctx.now)
