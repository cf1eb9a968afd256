"""Credits overtime that was agreed to beforehand, as soon as it has been worked. It runs when the next of it is over.

Example:
    张三> /加班 11.28 9:00-12:00
    机器人→王强> [卡片] …
    机器人> …
    王强> 按 [同意]
    机器人→张三> …
    机器人> [卡片] …
    ⏰ 2026-11-28 12:00
    机器人→张三> RQ-20261122-001 加班 11月28日(周六) 09:00至12:00，3 小时：调休增加 3 小时，现在能用 3 小时。
"""

from datetime import time, timedelta

from bot.services.leave.ledgers.overtime import JOB, credit_due
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 15)), catch_up=timedelta(days=3650))
async def credit(ctx: JobContext, _: None) -> None:
    await credit_due(ctx)
