"""Each evening whoever is on duty tomorrow is reminded; three days before days off it is said which posts nobody has.

Only posts that were rostered lately are asked about.

Example:
    陈安> /排值班 安全 11月23日 我
    机器人> 已排好：11月23日(周一)安全值班 陈安。
    ⏰ 2026-11-22 17:30
    机器人→陈安> 明天 11月23日(周一)你值班：安全。
"""

from datetime import time, timedelta

from bot.services.upkeep.duty import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("duty-reminders", schedule=Daily(time(17, 30)), catch_up=timedelta(hours=4))
async def duty_reminders(ctx: JobContext, _: None) -> None:
    await remind(ctx)
