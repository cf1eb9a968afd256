"""What readers said to a notice, or a department sent in, and nobody has answered: reminded of on its last day and when
it is over, told to who plans what is posted on the next working day.

Example:
    王强> /部门动态 周五下午三点2号车间开放参观，找李四
    机器人→小运营> …
    机器人> 已告诉小运营，由宣传小组安排发布。…
    ⏰ 2026-11-24 09:30
    机器人→小运营> [卡片] HF-20261122-001 生产部报来的动态 今天要答复。王强：周五下午三点2号车间开放参观，找李四…
"""

from datetime import time, timedelta

from bot.services.notices.replies.taking import JOB
from bot.services.notices.replies.watching import ring as answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 30)), catch_up=timedelta(days=3650))
async def reply_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
