"""Reads the weather feed every few minutes, where `[safety.weather]` names one: a warning goes to the groups once, at
night only what is orange or red; who heard it hears when it is over.

Nothing that the feed doesn't say is said. Where it can't be read, who answers for safety hears of it once a day.
"""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.domain.safety.calendar.forecast import Forecast
from bot.services.safety.calendar.forecasting import JOB, read, take
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 5)), catch_up=timedelta(days=3650), fetch=read)
async def read_weather(ctx: JobContext, found: Sequence[Forecast] | None) -> None:
    every = ctx.company.safety.weather_every
    if every:
        await take(ctx, found)
        await ctx.store.jobs.hasten(JOB, ctx.now + every)
