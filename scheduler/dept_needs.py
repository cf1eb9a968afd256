"""With `[notices] ask_needs`: on the first working day of a quarter at 10:00 heads are asked what they need."""

from datetime import time, timedelta

from bot.services.surveys.asking_needs import ask
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("dept-needs", schedule=Daily(time(10)), catch_up=timedelta(hours=8))
async def dept_needs(ctx: JobContext, _: None) -> None:
    await ask(ctx)
