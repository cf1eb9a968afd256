"""Tells whoever publishes by the day how far it is, at 10:00, 15:00 and 17:00; without a channel it says nothing.

Example:
    小运营> /选题表
    机器人> 没有设按天发布的渠道。要用选题表，请管理员在配置里写 [[notices.channels]]。
"""

from datetime import time, timedelta

from bot.services.notices.editorial.meter import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job

SCHEDULE = Hourly(time(10), time(17))


@job("editorial-meter", schedule=SCHEDULE, catch_up=timedelta(minutes=30))
async def editorial_meter(ctx: JobContext, _: None) -> None:
    await remind(ctx)
