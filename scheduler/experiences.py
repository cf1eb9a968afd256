"""What colleagues shared and was let out at night goes to the groups in the morning; on the first working day of a
month the story of the month before that most found useful goes there again.
"""

from datetime import time, timedelta

from bot.services.safety.exchange.publishing import JOB
from bot.services.safety.exchange.publishing import ring as answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 0)), catch_up=timedelta(days=3650))
async def tell_experiences(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
