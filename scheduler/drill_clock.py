"""Who led a drill is asked how it went; who answers for safety is told thirty days before a year or half year ends
without the drill that it wants, and after it.
"""

from datetime import time, timedelta

from bot.services.safety.drills.planning import JOB
from bot.services.safety.drills.ringing import answer, wind_rhythm
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 40)), catch_up=timedelta(days=3650))
async def drill_clock(ctx: JobContext, _: None) -> None:
    await wind_rhythm(ctx)
    await ring(ctx, JOB, answer)
