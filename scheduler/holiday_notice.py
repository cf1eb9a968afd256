"""Every day at 09:10, from 25 October until the next year's days off are there: reminds the human resources to import
the State Council's notice. From 15 December the administrators of WeCom and the president's office read it as well.

Example:
    ⏰ 2026-11-23 09:10
    机器人→李娜> 请导入放假通知：2027年的放假安排还没有导入，离2027年还有 39 天。…
    机器人→周敏> 请导入放假通知：…
"""

from datetime import time, timedelta

from bot.services.calendar.reminding import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

JOB = "holiday-notice"


@job(JOB, schedule=Daily(time(9, 10)), catch_up=timedelta(hours=12))
async def remind_of_notice(ctx: JobContext, _: None) -> None:
    await remind(ctx)
