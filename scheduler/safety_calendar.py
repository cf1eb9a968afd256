"""The year's safety calendar, at the hours that its entries name: reminders to the groups that subscribe to them, plans
and questions to those who answer for safety, a question a day to whoever wants one.

It looks once a night, and is then due whenever an entry of that day is. An operator changes it by `[safety] calendar`.

Example:
    ⏰ 2026-11-23 08:00
    机器人→集团工作群> 【安全提醒】11月23日(周一)…
    机器人→项目A工作群> 【安全提醒】11月23日(周一)…
    机器人→项目B工作群> 【安全提醒】11月23日(周一)…
"""

from datetime import time, timedelta

from bot.services.safety.calendar.posting import JOB, say_due
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650))
async def say_what_is_due(ctx: JobContext, _: None) -> None:
    await say_due(ctx)
