"""What falls due for a hazard, at its minute: nobody has it, it is due tomorrow, it is overdue, work has to be stopped.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] …
    机器人> [卡片] …
    ⏰ 2026-11-23 08:00
    机器人→陈安> 【隐患】YH-20261122-001 3号车间：配电箱门坏了
    登记半小时了，还没有派单。请先在卡片上核实分级。
"""

from datetime import time, timedelta

from bot.services.safety.hazards.clock import JOB
from bot.services.safety.hazards.ringing import answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def hazard_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
