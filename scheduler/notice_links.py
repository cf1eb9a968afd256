"""Links of notices are tried as soon as these are written; whose page isn't there, its author hears.

Where the machine can't ask the internet, or `[notices] try_links` is off, nothing is said.

Example:
    郑群> /公告 项目A工作群 明天9:30 报名请填 https://example.com/form
    机器人> [卡片] GG-20261122-001 已排好 …
"""

from datetime import time, timedelta

from bot.services.notices.looking_through.linking import Tried, tell_authors, try_links
from bot.services.notices.looking_through.trying import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650), fetch=try_links)
async def notice_links(ctx: JobContext, tried: Tried) -> None:
    await tell_authors(ctx, tried)
