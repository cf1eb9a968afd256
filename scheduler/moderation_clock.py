"""Mutes end on time, whoever imposed them; whoever is asked to do his part in the client is reminded once.

Example:
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> …
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> …
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    ⏰ 2026-11-22 10:30
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 到时间还没有回音，再提醒一次。…
    ⏰ 2026-11-22 12:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
"""

from datetime import time, timedelta

from bot.services.moderation.clock import JOB
from bot.services.moderation.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def moderation_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
