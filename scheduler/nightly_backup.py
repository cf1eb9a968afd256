"""Every night the database is backed up, and on sundays the backup is restored aside, to see that it can be.

The hour is `[backup] at`. Whoever administers WeCom hears only of what went wrong; /备份 tells how they stand.
"""

from datetime import time, timedelta

from bot.domain.upkeep.backups import REHEARSAL_DAY
from bot.services.upkeep.backing_up import want_tonight
from bot.shapes.context import JobContext
from bot.shapes.job import WEEKDAYS, Hourly, job


@job("nightly-backup", schedule=Hourly(time(0), time(23)), catch_up=timedelta(hours=6))
async def back_up_tonight(ctx: JobContext, _: None) -> None:
    rules = ctx.company.backup
    if rules.nightly and ctx.slot.hour == rules.at:
        is_rehearsed = rules.rehearse and WEEKDAYS[ctx.slot.weekday()] == REHEARSAL_DAY
        await want_tonight(ctx, rehearse=is_rehearsed)
