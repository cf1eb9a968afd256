"""On the first day of work of a month, HR is asked about whoever was ill, or away with pay, for so long that the law
gives him no annual leave (职工带薪年休假条例 art. 4). Nothing is taken from anybody unless HR says so.
"""

from datetime import time, timedelta

from bot.domain.leave.ledgers.time_limits import first_workday
from bot.services.leave.ledgers.forfeits import propose
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("leave-forfeits", schedule=Daily(time(9, 40)), catch_up=timedelta(days=7))
async def look(ctx: JobContext, _: None) -> None:
    today = ctx.slot.date()
    first = today.replace(day=1)
    if first_workday(first, ctx.company.pace.calendar) == today:
        await propose(ctx, (first - timedelta(days=1)).year)
