"""Notices beyond what a day may bring to a reader are told him together, at 11:30 and 17:00 of working days.

Example:
    郑群> /公告 项目A工作群 每周五16:30 关门窗
    机器人> [卡片] GG-20261122-001 已排好 …
"""

from datetime import time, timedelta

from bot.services.notices.editorial.digests import tell_due
from bot.services.notices.editorial.holding import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def notice_digest(ctx: JobContext, _: None) -> None:
    await tell_due(ctx)
