"""On the first working day of a month operations and the management group read what people asked and suggested in
the one before; of a quarter, heads of departments are asked what they need.

Example:
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 …
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。
    ⏰ 2026-12-01 09:20
    机器人→小运营、王强、周敏> 2026年11月的求助和建议：
    建议 1 条：行政 1。到现在：收到 1。
    还没有回话的：XJ-20261122-001。发 /回复建议 加编号。
"""

from datetime import time, timedelta

from bot.services.desk.monthly import ask_for_needs, is_the_day, report
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("desk-month", schedule=Daily(time(9, 20)), catch_up=timedelta(hours=12))
async def desk_month(ctx: JobContext, _: None) -> None:
    if is_the_day(ctx):
        await report(ctx)
        ask_for_needs(ctx)
