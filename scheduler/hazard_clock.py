"""What falls due for a hazard, at its minute: nobody has it, it is due tomorrow, it is overdue, work has to be stopped.

Who is reminded of it hears so by the job `hazard-reminders`.
"""

from datetime import time, timedelta

from bot.services.safety.hazards.clock import JOB
from bot.services.safety.hazards.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def hazard_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
