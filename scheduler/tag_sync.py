"""Tags by rule, and WeCom's tags after ours: every night after the directory was read, and soon after somebody changed
one in chat. Off unless `[tags] write` says otherwise; `dry_run` tells the administrator what would be done.

Only tags that the app has made are written. Before many lose a tag at once, the administrator is asked.
"""

from datetime import time, timedelta

from bot.services.tags.following import JOB, settle
from bot.services.tags.writing import Tried, ask_wecom
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 20)), catch_up=timedelta(days=7), fetch=ask_wecom)
async def sync_tags(ctx: JobContext, tried: Tried) -> None:
    await settle(ctx, tried)
