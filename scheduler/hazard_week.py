"""On the last working day of each week at 15:00: what was closed since, to the groups that hear of safety."""

from datetime import time, timedelta

from bot.services.safety.hazards.rounds import tell_closed
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("hazard-week", schedule=Daily(time(15)), catch_up=timedelta(hours=5))
async def hazard_week(ctx: JobContext, _: None) -> None:
    await tell_closed(ctx)
