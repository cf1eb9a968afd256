"""Whoever hasn't confirmed a notice is reminded after one and after three working days, in the morning.

Example:
    郑群> /提醒 GG-20261122-001
    机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
"""

from datetime import time, timedelta

from bot.services.notices.receipts.chasing import answer
from bot.services.notices.receipts.reminding import JOB
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 30)), catch_up=timedelta(days=3650))
async def notice_receipts(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
