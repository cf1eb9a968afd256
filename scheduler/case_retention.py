"""Every night: cases of moderation go two years after the end of their effect (`[privacy] sanctions_years`), and what
proves what was overturned or refused after 90 days (`unproven_days`); praise two years after it was said.

What `held` names or the lawyers hold stays.
"""

from datetime import time, timedelta
from typing import Final

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.pack import Pack
from bot.services.moderation.agreeing import KIND as SANCTION
from bot.services.moderation.longer import KIND as PROLONGING
from bot.services.moderation.suspending import KIND as RESTORING
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "case-retention"
BATCH: Final = 200
PAUSE: Final = timedelta(minutes=1)
KINDS: Final = (SANCTION, PROLONGING, RESTORING)


@job(NAME, schedule=Daily(time(3, 55)), catch_up=timedelta(days=7))
async def forget_cases(ctx: JobContext, _: None) -> None:
    old, retention = ctx.store.old_cases, ctx.company.retention
    held = retention.held | await ctx.store.holds.held()
    before, unproven = retention.sanctions_before(ctx.now), ctx.now - retention.unproven

    def judged(case: Case) -> Pack | None:
        return ctx.company.moderation.pack(case.pack, case.pack_version)

    cases = await old.forget(before, judged, at_most=BATCH, by=ctx.act, held=held)
    requests = await ctx.store.old_records.forget_requests(before, kinds=KINDS, at_most=BATCH, by=ctx.act, held=held)
    rows = await old.forget_unproven(unproven, kinds=KINDS, at_most=BATCH, by=ctx.act, held=held)
    praises = await ctx.store.praises.forget(before, at_most=BATCH, by=ctx.act, held=held)
    if cases >= BATCH or BATCH in (requests, rows, praises):
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
