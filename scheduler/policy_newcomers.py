"""Every morning at 09:40: whoever has come into the scope of a policy since it was published is asked to confirm the
version in force; who was asked so and hasn't is reminded when everybody else was, counted from his first day.
"""

from datetime import time, timedelta

from bot.services.policies.newcomers import JOB, answer, look
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 40)), catch_up=timedelta(days=7))
async def ask_newcomers(ctx: JobContext, _: None) -> None:
    await look(ctx)
    await ring(ctx, JOB, answer)
