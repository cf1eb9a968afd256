"""Who hasn't answered what somebody wants of his own data is reminded after 5, 10 and 14 working days; the answer is
due after 15. What was answered goes with other records of its year.

Example:
    张三> /更正资料 我的入职日期应该是 2018年3月1日
    机器人→李娜> [卡片] 张三 要求更正个人信息 SJ-20261122-001 …
    机器人→周敏> [卡片] 张三 要求更正个人信息 SJ-20261122-001 …
    机器人> 已提交 SJ-20261122-001，…
    ⏰ 2026-11-27 10:00
    机器人→李娜> [卡片] 张三 要求更正个人信息 SJ-20261122-001 …
    机器人→周敏> [卡片] 张三 要求更正个人信息 SJ-20261122-001 …
"""

from datetime import time, timedelta

from bot.services.privacy.held import not_to_go
from bot.services.privacy.wishing import JOB, answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 5)), catch_up=timedelta(days=3650))
async def data_wishes(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
    before = ctx.company.retention.records_before(ctx.now)
    await ctx.store.data_wishes.forget(before, by=ctx.act, held=await not_to_go(ctx))
