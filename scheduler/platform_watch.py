"""Every morning it is looked whether WeCom is as it was: interfaces that may be called or not, the app's visible range,
errcodes that nobody knows, warnings. On the first working day of the month, at 09:40, whoever administers WeCom and who
develops get a card with what nobody has decided on, and are asked to read WeCom's own list of changes.
"""

from datetime import time, timedelta

from bot.domain.upkeep.platform import Noticed
from bot.services.upkeep.platform import JOB, ask, look, note
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 40)), catch_up=timedelta(days=7), fetch=look)
async def watch_platform(ctx: JobContext, noticed: Noticed | None) -> None:
    await note(ctx, noticed)
    today, calendar = ctx.slot.date(), ctx.company.pace.calendar
    if calendar.nth_workday(today.year, today.month, 1) == today:
        await ask(ctx)
