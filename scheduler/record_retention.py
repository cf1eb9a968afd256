"""Every night: records of leave and attendance go two years after their year, as `[privacy] records_years` says.

Of whoever has left, all of them go so long after the year in which he did, and what he was taught three years after;
hazards go three years after they were over; who suggested what, as long after it was decided as the desk keeps words.
Accidents stay with what was decided on them, and all that `held` names. Many go a batch a minute.
"""

from datetime import time, timedelta
from typing import Final

from bot.services.moderation.agreeing import KIND as SANCTION
from bot.services.moderation.longer import KIND as PROLONGING
from bot.services.moderation.suspending import KIND as RESTORING
from bot.services.notices.looking_through.reviewing import KIND as POSTING
from bot.services.privacy.held import not_to_go
from bot.services.safety.accidents.case_study import KIND as CASE_STUDY
from bot.services.safety.accidents.correcting import KIND as CORRECTION
from bot.services.safety.accidents.investigating import KIND as FINDINGS
from bot.services.safety.accidents.prolonging import KIND as LONGER
from bot.services.surveys.releasing import KIND as CALLING
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME = "record-retention"
BATCH = 500
LEAVERS = 20
PAUSE = timedelta(minutes=1)
MISSED: Final = timedelta(days=90)  # that somebody was told of a punch
OF_CASES: Final = (SANCTION, PROLONGING, RESTORING)  # case-retention
OF_NOTICES: Final = (POSTING, CALLING)  # notice-retention
OF_ACCIDENTS: Final = (CASE_STUDY, CORRECTION, FINDINGS, LONGER)  # they stay with them
ELSEWHERE: Final = (*OF_CASES, *OF_NOTICES, *OF_ACCIDENTS)


@job(NAME, schedule=Daily(time(3, 45)), catch_up=timedelta(days=7))
async def forget_records(ctx: JobContext, _: None) -> None:
    old, retention = ctx.store.old_records, ctx.company.retention
    before, held = retention.records_before(ctx.now), await not_to_go(ctx)
    rows = await old.forget(before, but=ELSEWHERE, at_most=BATCH, by=ctx.act, held=held)
    await old.note_leavers([each.user_id for each in ctx.company.people if not each.active], by=ctx.act)
    people = await old.forget_leavers(before, at_most=LEAVERS, by=ctx.act, held=held)
    over, left = retention.hazards_before(ctx.now), retention.trainings_before(ctx.now)
    safety = await old.forget_safety(over, left, at_most=BATCH, by=ctx.act, held=held)
    await old.forget_names(min(before, left), by=ctx.act, held=held)
    ideas = await ctx.store.ideas.forget(ctx.now - ctx.company.desk.keep, at_most=BATCH, by=ctx.act, held=held)
    await ctx.store.missed_punches.forget(ctx.now.date() - MISSED, by=ctx.act, held=held)
    if BATCH in (rows, safety, ideas) or people == LEAVERS:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
