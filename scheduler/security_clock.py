"""Incidents on which nobody acts go up, whoever has one is asked how far it is, and old ones are forgotten.

Example:
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    ⏰ 2026-11-22 10:15
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 到时间还没有人做第一步，请马上处理。…
    机器人→林宓> [卡片] 紧急！账号异常 WA-20261122-001 一直没有人处理，报到你这里。…
    机器人→张三> WA-20261122-001：还没有人动手，已经报给 林宓。急就打电话。
"""

from datetime import time, timedelta

from bot.services.security.clock import JOB
from bot.services.security.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 50)), catch_up=timedelta(days=3650), cries=True)
async def security_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
