"""The file with somebody's own data goes from here three days after he had it; what he keeps of it is his."""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.domain.timers import Timer
from bot.identifiers import FileId
from bot.services.privacy.taking_away import JOB
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 10)), catch_up=timedelta(days=3650))
async def own_copies(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, _drop)


async def _drop(ctx: JobContext, file: str, timers: Sequence[Timer]) -> None:
    await ctx.store.files.drop(FileId(file), by=ctx.act)
