"""60, 30 and 7 days before a licence for special work ends, at 09:00: who holds it is told, and whoever is in charge of
safety.

Example:
    陈安> /登记特种作业证 张三 低压电工 2026-12-22
    机器人> 已登记 张三 的低压电工证，2026年12月22日(周二)到期。到期前 60、30、7 天我提醒本人和安全管理员。
    ⏰ 2026-12-15 09:00
    机器人→张三> 你的低压电工证还有 7 天到期（2026年12月22日(周二)）。请现在就报复审，到期没复审不能上岗。
    机器人→陈安> 张三 的低压电工证还有 7 天到期（2026年12月22日(周二)）。复审后发 /登记特种作业证 张三 低压电工…
"""

from datetime import time, timedelta

from bot.services.safety.training.certificates import JOB
from bot.services.safety.training.certificates import ring as answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 0)), catch_up=timedelta(days=3650))
async def remind(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
