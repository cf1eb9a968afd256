"""Every night: records of leave and attendance go two years after their year, as `[privacy] records_years` says.

Of whoever has left, all of them go so long after the year in which he did, and what he was taught three years after;
hazards go three years after they were over. Accidents stay, and all that `held` names. Many go a batch a minute.
"""

from datetime import time, timedelta
from typing import Final

from bot.domain.attendance.trips import Away
from bot.services.attendance.fixing import KIND as PUNCH
from bot.services.leave.ledgers.overtime import KIND as OVERTIME
from bot.services.leave.ledgers.waiving import KIND as WAIVER
from bot.services.leave.requests.kind import KIND as LEAVE
from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME = "record-retention"
BATCH = 500
LEAVERS = 20
PAUSE = timedelta(minutes=1)
MISSED: Final = timedelta(days=90)  # that somebody was told of a punch
KINDS: Final = (LEAVE, OVERTIME, WAIVER, PUNCH, *Away)


@job(NAME, schedule=Daily(time(3, 45)), catch_up=timedelta(days=7))
async def forget_records(ctx: JobContext, _: None) -> None:
    old, retention = ctx.store.old_records, ctx.company.retention
    before, held = retention.records_before(ctx.now), await not_to_go(ctx)
    rows = await old.forget(before, kinds=KINDS, at_most=BATCH, by=ctx.act, held=held)
    await old.note_leavers([each.user_id for each in ctx.company.people if not each.active], by=ctx.act)
    people = await old.forget_leavers(before, at_most=LEAVERS, by=ctx.act, held=held)
    over, left = retention.hazards_before(ctx.now), retention.trainings_before(ctx.now)
    safety = await old.forget_safety(over, left, at_most=BATCH, by=ctx.act, held=held)
    await ctx.store.missed_punches.forget(ctx.now.date() - MISSED, by=ctx.act, held=held)
    if BATCH in (rows, safety) or people == LEAVERS:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
