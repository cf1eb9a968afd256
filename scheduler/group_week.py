"""Mondays at 09:20, with `[moderation] weekly_check`: who looks after groups looks through them, and says so.

Who hasn't by the next monday is named to the management group. What waits for him is on the card.
"""

from datetime import time, timedelta

from bot.services.moderation.weekly import begin
from bot.shapes.context import JobContext
from bot.shapes.job import Weekly, job


@job("group-week", schedule=Weekly("mon", time(9, 20)), catch_up=timedelta(days=3))
async def group_week(ctx: JobContext, _: None) -> None:
    if ctx.company.moderation.weekly_check:
        await begin(ctx)
