"""Once a month, on its first working day: areas whose people have left are named to the safety officers."""

from datetime import time, timedelta

from bot.services.safety.hazards.rounds import name_stale
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("safety-contacts", schedule=Daily(time(9, 25)), catch_up=timedelta(hours=10))
async def safety_contacts(ctx: JobContext, _: None) -> None:
    await name_stale(ctx)
