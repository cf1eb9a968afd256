"""Rings what falls due for accidents: the hour to report one in (493号令 art. 9), the window in which changed
numbers are (art. 13), the days of the investigation (art. 29), those of a work injury (工伤保险条例 art. 17).
"""

from datetime import time, timedelta

from bot.services.safety.accidents.cases import JOB
from bot.services.safety.accidents.clock import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650), cries=True)
async def look(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
