"""What falls due for a hazard, at its minute: nobody has it, it is due tomorrow, it is overdue, work has to be stopped.

Example:
    张三> /停产决定 YH-20261122-001 停产撤人
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
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
