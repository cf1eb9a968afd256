"""Lets approved leaves begin and end: what was reserved is used at the first moment of a leave, and it is over at its
last. It runs when the next of these falls due, and each night.
"""

from datetime import time, timedelta

from bot.services.leave.requests.moving import JOB, move_on
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650))
async def move(ctx: JobContext, _: None) -> None:
    await move_on(ctx)
