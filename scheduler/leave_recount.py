"""Counts leaves again when the calendar has changed: a year was published, or the company gave days off of its own.

Whoever's leave changes is told in private, what comes back is back on the ledger, and the human resources read a list
with those that nobody can settle but them. It runs whenever there is something to count, fifty leaves at a time, and
each night it looks whether a leave that was counted without a year's days off can be counted now.
"""

from datetime import time, timedelta

from bot.services.leave.changes.recounting import JOB, look_again, walk
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NIGHTLY = Daily(time(2, 20))


@job(JOB, schedule=NIGHTLY, catch_up=timedelta(days=3650))
async def recount(ctx: JobContext, _: None) -> None:
    await walk(ctx)
    if ctx.slot.astimezone(ctx.now.tzinfo).time() == NIGHTLY.at:
        await look_again(ctx)
