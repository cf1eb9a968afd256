"""Whoever was invited to a mediation is reminded on the last day; without an answer it lapses. The mediator is asked
for the result five working days after both have said yes. Where he has left, each morning somebody else takes over."""

from datetime import time, timedelta

from bot.services.moderation.mediating.clock import JOB
from bot.services.moderation.mediating.ringing import answer, replace_absent
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 45)), catch_up=timedelta(days=3650))
async def mediation_clock(ctx: JobContext, _: None) -> None:
    await replace_absent(ctx)
    await ring(ctx, JOB, answer)
