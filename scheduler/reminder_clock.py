"""Tells people what they, or who answers for them, wanted to be reminded of, at the minute that was named. Colleagues
are left in peace in quiet hours. What was told is forgotten after 30 days.

Example:
    王强> /提醒 @张三 明天上午9点 交巡检表
    机器人> 记下了，明天 09:00 提醒张三：交巡检表。…
    ⏰ 2026-11-23 09:00
    机器人→张三> [卡片] 提醒 王强 提醒你：交巡检表 [办好了]
"""

from datetime import time, timedelta

from bot.domain.reminders.reminder import KEPT
from bot.services.privacy.held import not_to_go
from bot.services.reminders.reminding import JOB, answer
from bot.services.timers import ring_together
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 40)), catch_up=timedelta(days=3650))
async def reminder_clock(ctx: JobContext, _: None) -> None:
    await ring_together(ctx, JOB, answer)
    await ctx.store.reminders.forget(ctx.now - KEPT, by=ctx.act, held=await not_to_go(ctx))
