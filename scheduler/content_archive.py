"""Reads the archive's folder twice a minute, where `[moderation.content] archive` names one: what content checks find
is put before a human. Without one it does nothing.
"""

from datetime import time, timedelta

from bot.domain.moderation.content.archived import Batch
from bot.services.moderation.content.feeding import AT_ONCE, EVERY, JOB, read, take
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650), fetch=read)
async def read_archive(ctx: JobContext, batch: Batch | None) -> None:
    if ctx.company.moderation.content.archive is None:
        return
    if batch:
        await take(ctx, batch)
    await ctx.store.jobs.hasten(JOB, ctx.now + (AT_ONCE if batch and batch.more else EVERY))
