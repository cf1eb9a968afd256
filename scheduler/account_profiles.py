"""Every working day at 09:20: who came is asked to complete his profile, accounts that nobody applied for are shown to
the administrators, and human resources hear of contracts that end. Once a year everybody is asked whether what stands
of him is right; where that day is one of rest, the morning after."""

from datetime import time, timedelta

from bot.services.accounts.confirming import ask_everybody
from bot.services.accounts.ends import remind
from bot.services.accounts.profiles import JOB, look
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 20)), catch_up=timedelta(hours=12))
async def look_at_profiles(ctx: JobContext, _: None) -> None:
    if not ctx.company.pace.calendar.is_workday(ctx.now.date()):
        return
    await look(ctx)
    await remind(ctx)
    await ask_everybody(ctx)
