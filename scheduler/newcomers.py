"""Every morning at 09:00, where `[training] newcomers` says so: whoever has joined gets a draft of his three-level
training, which goes to who answers for safety and tells him nothing before it is let go.
"""

from datetime import time, timedelta

from bot.services.safety.training.newcomers import JOB, look
from bot.services.safety.training.newcomers import ring as answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 0)), catch_up=timedelta(days=3650))
async def welcome(ctx: JobContext, _: None) -> None:
    await look(ctx)
    await ring(ctx, JOB, answer)
