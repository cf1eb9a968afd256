"""On the third working day of the month, at 09:30, the keepers of groups that nobody seems to need are asked whether
they may go, and authors are told of notices that have stood still. The administrator reads what is asked, what came of
it last time, and of which groups the bot can't tell. `[grooming]` has the days.

Nothing is dissolved by itself: 可以解散 asks for it in the usual way.
"""

from datetime import time, timedelta

from bot.services.groups.cleaning.asking import JOB, ask
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 30)), catch_up=timedelta(days=7))
async def clean_up(ctx: JobContext, _: None) -> None:
    if not ctx.company.grooming.cleans_on(ctx.slot.date(), ctx.company.pace.calendar):
        return
    if await ask(ctx):
        await ctx.store.jobs.hasten(JOB, ctx.slot)
