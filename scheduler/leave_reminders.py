"""Reminds people of leave that they have left, before it ends: `[leave.balance]` has the days.

Example:
    李娜> /调整假期 张三 年假 -4.5 重复登记
    机器人> …
    李娜> 按 [确认]
    机器人→张三> …
    机器人> …
    ⏰ 2026-12-01 09:30
    机器人→张三> 你还有 0.5 天年假没有休，最后一天是12月31日(周四)。要休就发 /请假 年假 加上日期。
"""

from datetime import time, timedelta

from bot.services.leave.ledgers.year_round import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("leave-reminders", schedule=Daily(time(9, 30)), catch_up=timedelta(hours=8))
async def run(ctx: JobContext, _: None) -> None:
    await remind(ctx)
