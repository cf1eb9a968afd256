"""Every night: pictures and files that nobody needs any more are deleted, after `[company] keep_files_days`.

A message that still waits keeps its pictures. Many are deleted a batch a minute, so that nobody waits for it.
"""

from datetime import time, timedelta

from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME = "file-retention"
BATCH = 200
PAUSE = timedelta(minutes=1)


@job(NAME, schedule=Daily(time(3, 50)), catch_up=timedelta(days=7))
async def forget_files(ctx: JobContext, _: None) -> None:
    gone = await ctx.store.files.forget(ctx.now - ctx.company.keep_files, at_most=BATCH, by=ctx.act)
    if gone == BATCH:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
