"""On the first working day of each week at 09:00: who leads a department is told what is open in it."""

from datetime import time, timedelta

from bot.services.safety.hazards.rounds import tell_to_do
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("hazard-to-do", schedule=Daily(time(9)), catch_up=timedelta(hours=10))
async def hazard_to_do(ctx: JobContext, _: None) -> None:
    await tell_to_do(ctx)
