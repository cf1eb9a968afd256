"""Whoever is reminded of hazards is told of all of them at once: one as its card, several as a list to pick from.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] …
    机器人> [卡片] …
    李四> /隐患 二楼楼梯口 有油
    机器人→陈安> [卡片] …
    机器人> [卡片] …
    ⏰ 2026-11-23 09:01
    机器人→陈安> [卡片] 有 2 条隐患要你看 1. 3号车间 配电箱门坏了：还没核实
    2. 二楼楼梯口 有油：还没核实…
"""

from datetime import time, timedelta
from typing import Final

from bot.services.safety.hazards import reminding
from bot.services.safety.hazards.clock import JOB as CLOCK
from bot.services.safety.hazards.ringing import answer as rings
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

MOST_RUNS: Final = 20  # of the clock before, a thousand hazards: whoever has more gets a second list


@job(reminding.JOB, schedule=Daily(time(9, 1)), catch_up=timedelta(days=3650))
async def hazard_reminders(ctx: JobContext, _: None) -> None:
    for _run in range(MOST_RUNS):  # what rings at this moment belongs on these lists
        await ring(ctx, CLOCK, rings)
        next_due = await ctx.store.timers.next_due(CLOCK)
        if next_due is None or next_due > ctx.now:
            break
    await ring(ctx, reminding.JOB, reminding.answer)
