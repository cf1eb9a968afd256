"""Makes the groups that were approved: WeCom is asked first, then what it did is written down and told.

It runs as soon as a group is approved. What WeCom left in doubt is asked again a minute later, by the same chat id.
Where a person was asked and hasn't answered in time, he is reminded and the applicant told, once.
"""

from collections.abc import Mapping
from datetime import time, timedelta

from bot.services.founding.asking import JOB
from bot.services.founding.making import ask_wecom, settle
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 0)), catch_up=timedelta(days=3650), fetch=ask_wecom)
async def found_groups(ctx: JobContext, made: Mapping[str, bool] | None) -> None:
    if again := await settle(ctx, made):
        await ctx.store.jobs.hasten(JOB, again)
