"""Posts notices when their time has come: once, at a time, or again and again by the company's calendar.

It runs when the next one falls due. Every morning at 07:00 it looks at times that another calendar has moved, and puts
what is old into the archive.

Example:
    陈安> /公告 项目A工作群 每周一8:00 今天开安全早会
    机器人> [卡片] GG-20261122-001 已排好 今天开安全早会
    发给：项目A工作群（9 人）
    时间：每周一 08:00，遇节假日顺延，下一次 明天 08:00 [改] [不发了]
    ⏰ 2026-11-23 08:00
    机器人→项目A工作群> 今天开安全早会
    ——陈安 发布，GG-20261122-001
"""

from datetime import time, timedelta

from bot.services.notices.publishing.planning import JOB, look_again, ring_one
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

SCHEDULE = Daily(time(7, 0))


@job(JOB, schedule=SCHEDULE, catch_up=timedelta(days=3650))
async def post_what_is_due(ctx: JobContext, _: None) -> None:
    if ctx.slot.astimezone(ctx.now.tzinfo).time() == SCHEDULE.at:
        await look_again(ctx)
    await ring(ctx, JOB, ring_one)
