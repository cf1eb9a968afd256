"""Tells the human resources, and nobody else, whose protected time (医疗期) is nearly used: once in a window."""

from datetime import time, timedelta

from bot.services.leave.sickness.treatments import watch
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("sick-time", schedule=Daily(time(9, 20)), catch_up=timedelta(days=3))
async def warn(ctx: JobContext, _: None) -> None:
    await watch(ctx)
