"""Reports that nobody begins with, or decides, are brought up again, and go up; what is over is forgotten in its time.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    ⏰ 2026-11-22 10:15
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 到时间还没有人处理，请尽快。…
    ⏰ 2026-11-22 10:30
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 到时间还没有人处理，请尽快。…
    机器人→王强> [卡片] 举报待受理 JB-20261122-001 一直没有人处理，报到你这里。…
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 一直没有人处理，报到你这里。…
    机器人→张三> 你反映的 JB-20261122-001：还没有人处理，已经报给上一级。
"""

from datetime import time, timedelta

from bot.services.moderation.reports.clock import JOB
from bot.services.moderation.reports.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 40)), catch_up=timedelta(days=3650))
async def report_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
