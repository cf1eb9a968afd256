"""Every ninety days everybody is reminded to change his passwords; once a month he reads a short lesson on fraud.

Example:
    ⏰ 2026-12-10 10:00
    机器人→赵国强、钱卫东等24人> [卡片] 防骗一分钟：…
    张三> 按 [知道了]
    机器人> [卡片] 记下了 好的，记下了。…
"""

from datetime import time, timedelta

from bot.services.security.reminding import JOB, go_round
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 20)), catch_up=timedelta(days=3650))
async def security_reminders(ctx: JobContext, _: None) -> None:
    await go_round(ctx)
