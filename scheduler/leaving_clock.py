"""The days of somebody who leaves: a reminder on the working day before, his account disabled when the last day ends,
groups handed over and left the morning after, and after the retention the question whether it may be deleted."""

from datetime import time, timedelta

from bot.services.accounts.leaving.clock import JOB
from bot.services.accounts.leaving.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 0)), catch_up=timedelta(days=3650))
async def leaving_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
