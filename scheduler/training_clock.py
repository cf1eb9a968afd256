"""After a training with a test: who was there is asked as soon as it is over, and three days later its trainer is told
who passed and who didn't.
"""

from datetime import time, timedelta

from bot.services.safety.training.examining import ring as answer
from bot.services.safety.training.timing import JOB
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def examine(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
