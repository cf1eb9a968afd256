"""Every night: announcements go so many years after they were last posted (`[notices] keep_years`), with who confirmed
them, what was decided about them, and what went along. Versions of policies stay as long as they hold, and as many
years after. What many have is deleted a batch a minute.
"""

from datetime import time, timedelta
from typing import Final

from bot.services.notices.looking_through.reviewing import KIND
from bot.services.policies.keeping import forget_releases, kept_notices
from bot.services.surveys.releasing import KIND as CALLING
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "notice-retention"
BATCH: Final = 500
PAUSE: Final = timedelta(minutes=1)


@job(NAME, schedule=Daily(time(3, 35)), catch_up=timedelta(days=7))
async def forget_notices(ctx: JobContext, _: None) -> None:
    before = ctx.now - ctx.company.notices.kept
    held = ctx.company.retention.held | await ctx.store.holds.held() | await kept_notices(ctx)
    rows = await ctx.store.notices.forget(before, at_most=BATCH, by=ctx.act, held=held)
    requests = await ctx.store.old_records.forget_requests(
        before, kinds=(KIND, CALLING), at_most=BATCH, by=ctx.act, held=held
    )
    await forget_releases(ctx, held)
    if BATCH in (rows, requests):
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
