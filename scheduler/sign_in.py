"""Around each training and drill: who is asked is reminded the day before, in the morning and when it starts; whoever
leads it gets the code to show when signing in begins, and is told afterwards who did not come.
"""

from datetime import time, timedelta

from bot.services.safety.sign_in.reminding import answer
from bot.services.safety.sign_in.sheets import JOB
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def remind(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
