"""Every night: what is private goes once it serves no more.

Papers a year after they were checked, or two years after the year in which they came, and soon where the leave never
took place; who looked, after two years; pages that nobody said a word about, after a day.
"""

from datetime import time, timedelta

from bot.domain.leave.requests.proofs import DRAFTS, KEPT_CHECKED
from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME = "privacy-retention"
BATCH = 100
PAUSE = timedelta(minutes=1)


@job(NAME, schedule=Daily(time(3, 40)), catch_up=timedelta(days=7))
async def forget_private(ctx: JobContext, _: None) -> None:
    proofs, retention = ctx.store.leave_proofs, ctx.company.retention
    handed, held = retention.records_before(ctx.now), await not_to_go(ctx)
    old = await proofs.expired(
        ctx.now,
        checked_before=ctx.now - KEPT_CHECKED,
        handed_before=handed,
        drafts_before=ctx.now - DRAFTS,
        at_most=BATCH,
        held=held,
    )
    old = old or await proofs.of_nothing(ctx.now, before=ctx.now - retention.unused_papers, at_most=BATCH, held=held)
    if old:
        await proofs.drop(old, by=ctx.act)
    await ctx.store.data_views.forget(handed, by=ctx.act, held=held)
    if old:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
