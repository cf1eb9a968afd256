"""Every night: yesterday is looked through for figures: who used the bot, and who left a group. What was noted of days
that were over as long ago as other records are kept is forgotten.
"""

from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.figures.periods import Period
from bot.services.privacy.held import not_to_go
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "figure-days"
BACK: Final = 3  # days: those of a night on which nobody was there


@job(NAME, schedule=Daily(time(2, 40)), catch_up=timedelta(days=7))
async def note_days(ctx: JobContext, _: None) -> None:
    midnight = datetime.combine(ctx.now.date(), time(), ctx.now.tzinfo)
    for back in range(BACK, 0, -1):
        begins, ends = midnight - timedelta(days=back), midnight - timedelta(days=back - 1)
        day = begins.date()
        periods = (Period.week_of(day).key, Period.month_of(day).key, str(day.year))
        await ctx.store.figures.note_day(begins, ends, periods)
    before = ctx.company.retention.records_before(ctx.now).date()
    await ctx.store.figures.forget(before, by=ctx.act, held=await not_to_go(ctx))
