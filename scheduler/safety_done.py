"""The morning after the safety calendar asked people to do something, such as to arrange who is on duty over a holiday:
who hasn't pressed that it is done is reminded, and listed to the safety officer.
"""

from datetime import time, timedelta

from bot.services.safety.calendar.confirming import JOB, look
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 30)), catch_up=timedelta(days=3650))
async def look_who_has_not(ctx: JobContext, _: None) -> None:
    await look(ctx)
