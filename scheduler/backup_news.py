"""Tells what became of a backup: whoever asked for it, and whoever administers WeCom where one went wrong.

It runs as soon as one has come to its end, in whichever way.
"""

from datetime import time, timedelta

from bot.services.upkeep.backing_up import tell
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("backup-news", schedule=Daily(time(8, 0)), catch_up=timedelta(days=3650))
async def backup_news(ctx: JobContext, _: None) -> None:
    await tell(ctx)
