"""On the first working day of the month at 09:15: each group's keepers are asked who stays (D7§5, 定期梳理).

A card for each group, with the doubtful marked; where all fit on it, everybody is listed. On every working day after
that, those that wait are reminded before their time is over, and whoever appoints the keepers is told of what is late.
`[grooming]` has the day, and how long keepers may take.

Example:
    ⏰ 2026-12-01 09:15
    机器人→林宓> [卡片] 梳理集团高管工作群：谁留下？ …
    机器人→李娜> [卡片] 梳理集团工作群：谁留下？ …
    机器人→冯销> [卡片] 梳理项目A营销微信平台：谁留下？ …
    机器人→林宓> [卡片] 梳理计划运营推动群：谁留下？ …
    机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ …
    机器人→郭涛> [卡片] 梳理项目B工作群：谁留下？ …
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理项目A工作群 已记下：移出 欧阳静，拉进群 李四、钱卫东，留下 5 人。这次梳理完成了。…
"""

from datetime import time, timedelta
from typing import Final

from bot.services.groups.reviews.monthly import look_after, open_round
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "group-grooming"


@job(NAME, schedule=Daily(time(9, 15)), catch_up=timedelta(days=7))
async def groom(ctx: JobContext, _: None) -> None:
    calendar = ctx.company.pace.calendar
    if ctx.company.grooming.begins_on(ctx.slot.date(), calendar) and await open_round(ctx):
        await ctx.store.jobs.hasten(NAME, ctx.slot)  # the same day's round goes on, in a transaction of its own
        return
    if calendar.is_workday(ctx.now.date()):
        await look_after(ctx)
