"""A notice to many people goes out a step at a time, so that whoever writes meanwhile is answered at once.

Example:
    张三> /确认 GG-20261122-001
    机器人> 没有编号是 GG-20261122-001、要确认的公告。核对编号，或发 /确认 看看有什么等你确认。
"""

from datetime import time, timedelta

from bot.services.notices.publishing.posting import JOB, go_on
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def notice_posting(ctx: JobContext, _: None) -> None:
    await go_on(ctx)
