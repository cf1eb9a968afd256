"""Files approved leaves as forms of WeCom's own approvals, where that is switched on: as soon as they are agreed to.

What WeCom doesn't take now is tried again in an hour; what it refuses, HR reads at once. Of what nobody knows whether
it arrived, WeCom is asked five minutes later whether it has it.
"""

from datetime import time, timedelta

from bot.services.office.filing import Tried, file, settle
from bot.services.office.wanting import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job


@job(JOB, schedule=Hourly(time(0, 45), time(23, 45)), catch_up=timedelta(hours=2), fetch=file)
async def file_leaves(ctx: JobContext, tried: Tried) -> None:
    if ctx.company.wecom_forms and (again := await settle(ctx, tried)):
        await ctx.store.jobs.hasten(JOB, again)
