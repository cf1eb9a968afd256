"""On the first working day of a week at 09:15: what must be checked within a month goes to whoever answers for it,
as boxes to tick.

Example:
    陈安> /登记安全设备 生产部 灭火器1号 2026-12-10 每12个月
    机器人> 已登记 生产部 的灭火器1号，2026年12月10日(周四)前检验，每 12 个月检一次。…
    ⏰ 2026-11-23 09:15
    机器人→王强> [卡片] 一个月内要检验的安全设备 1 件 检好了的勾上。 (☐12/10 灭火器1号) [勾选的已检验]
    王强> 勾 [12/10] 按 [勾选的已检验]
    机器人> [卡片] 已检验 1 件 灭火器1号 下次 2027年11月23日(周二)前检验。
"""

from datetime import time, timedelta

from bot.services.safety.equipment.checking import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("equipment-checks", schedule=Daily(time(9, 15)), catch_up=timedelta(hours=10))
async def equipment_checks(ctx: JobContext, _: None) -> None:
    await remind(ctx)
