"""Every night, after the jobs that delete: how much of which class went since the last time, on the trail, with a
digest over the entries that say so. No names, and none where nothing went: that nothing did is said as well.
"""

from datetime import time, timedelta
from typing import Final

from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "retention-certificate"


@job(NAME, schedule=Daily(time(5, 20)), catch_up=timedelta(days=7))
async def certify(ctx: JobContext, _: None) -> None:
    await ctx.store.audit.certify(by=ctx.act)
