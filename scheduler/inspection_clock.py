"""Rounds that are due begin; who hasn't made one is reminded, and those above him hear of it the day after.

Example:
    陈安> /检查计划 每周一8:30 3号车间 消防 检查人 张三
    机器人→张三> …
    机器人> …
    ⏰ 2026-11-23 08:31
    机器人→张三> [卡片] 3号车间 消防检查 JC-20261123-001 看到哪样勾哪样，都没有就直接按下一步 …
    ⏰ 2026-11-23 16:01
    机器人→张三> 3号车间 消防检查（JC-20261123-001）18:00前要做完，还没提交。在前面的卡片上勾完提交。
"""

from datetime import time, timedelta

from bot.services.safety.inspections.planning import wind_all
from bot.services.safety.inspections.ringing import answer
from bot.services.safety.inspections.rounds import JOB
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650))
async def inspection_clock(ctx: JobContext, _: None) -> None:
    """Once a day at least: plans of the configuration are new, and the calendar may have changed."""
    await wind_all(ctx)
    await ring(ctx, JOB, answer)
