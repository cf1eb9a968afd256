"""The statistics of a quarter and of a year are due soon: the safety officers are told, with the figures."""

from datetime import time, timedelta

from bot.services.safety.hazards.rounds import remind_of_statistics
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("hazard-statistics", schedule=Daily(time(9, 20)), catch_up=timedelta(hours=10))
async def hazard_statistics(ctx: JobContext, _: None) -> None:
    await remind_of_statistics(ctx)
