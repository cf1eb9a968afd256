"""Questions that nobody takes, or answers, are brought up again and go up; what is over is closed, later forgotten.

Example:
    张三> /求助 打卡定位一直不准
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打卡定位一直不准 …
    机器人> [卡片] 已转给吴管 …
    ⏰ 2026-11-23 09:30
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 到时间还没有人接手，请尽快。张三（生产部）：打卡定位一直不准 …
"""

from datetime import time, timedelta

from bot.services.desk.clock import JOB
from bot.services.desk.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 50)), catch_up=timedelta(days=3650))
async def desk_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
