"""Goes on to the next one as long as nobody has an accident.

Who doesn't press 收到 within a minute is followed by another; what is urgent goes through the chain three times, five
minutes apart, and its reporter hears each time that nobody has it.

Example:
    张三> 仓库着火了
    机器人→陈安> [卡片] 紧急！火灾 SG-20261122-001 仓库着火了…
    机器人→王强> [卡片] 紧急！火灾 SG-20261122-001 仓库着火了…
    机器人> 马上撤到室外空地，走楼梯，不坐电梯，不回去拿东西。打 119，有人受伤打 120。火很小、身后有退路，才用灭火器。
    已登记 SG-20261122-001，正在通知陈安、王强，有人确认收到，我就告诉你。
    地点记的是「仓库」。有新情况（几个人受伤、现在怎样）直接发给我。
    ⏰ 2026-11-22 10:01
    机器人→吴管> [卡片] 紧急！火灾 SG-20261122-001 仓库着火了…
    吴管> 按 [收到]
    机器人→张三> SG-20261122-001：吴管 10:01 已收到。
    机器人→陈安> SG-20261122-001：吴管 10:01 已收到。
    机器人→王强> SG-20261122-001：吴管 10:01 已收到。
    机器人> [卡片] 紧急！火灾 SG-20261122-001 吴管 10:01 已收到。…
"""

from datetime import time, timedelta

from bot.services.safety.calls.tree import JOB, answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650), cries=True)
async def go_on(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
