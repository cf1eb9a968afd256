"""Messages of a notice that was called off are taken back in WeCom, as long as it allows that.

Example:
    郑群> /取消公告 GG-20261122-001
    机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
"""

from datetime import time, timedelta

from bot.services.notices.putting_right.cancelling import JOB
from bot.services.notices.putting_right.recalling import Asked, ask_wecom, write_down
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650), fetch=ask_wecom)
async def notice_recall(ctx: JobContext, asked: Asked) -> None:
    await write_down(ctx, asked)
